import { IssuersList } from '@/components/issuers/issuers-list';
import { issuerDirectory } from '@/lib/services/issuers/list';
import { tabTitle } from '../../../../company-tabs';
import { companyDirectory } from '../../../../directory-page';

export const generateMetadata = tabTitle('issuers');

/** The issuers of one partner. */
export default async function PartnerIssuersPage({ params, searchParams }: PageProps<'/partners/[id]/issuers'>) {
  const { id } = await params;
  return companyDirectory(
    { kind: 'partner', id, tab: 'issuers' },
    { of: issuerDirectory, list: (props) => <IssuersList {...props} partners={[]} />, searchParams },
  );
}
