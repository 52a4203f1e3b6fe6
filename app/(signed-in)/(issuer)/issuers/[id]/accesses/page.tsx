import { AccessesList } from '@/components/accesses/accesses-list';
import { accessDirectory } from '@/lib/services/accesses/list';
import { tabTitle } from '../../../../company-tabs';
import { companyDirectory } from '../../../../directory-page';

export const generateMetadata = tabTitle('accesses');

/** The accesses of one issuer. */
export default async function IssuerAccessesPage({ params, searchParams }: PageProps<'/issuers/[id]/accesses'>) {
  const { id } = await params;
  return companyDirectory(
    { kind: 'issuer', id, tab: 'accesses' },
    { of: accessDirectory, list: (props) => <AccessesList {...props} />, searchParams },
  );
}
