import { OperatorsList } from '@/components/operators/operators-list';
import { operatorDirectory } from '@/lib/services/operators/list';
import { tabTitle } from '../../../../company-tabs';
import { companyDirectory } from '../../../../directory-page';

export const generateMetadata = tabTitle('operators');

/** The operators of one issuer. */
export default async function IssuerOperatorsPage({ params, searchParams }: PageProps<'/issuers/[id]/operators'>) {
  const { id } = await params;
  return companyDirectory(
    { kind: 'issuer', id, tab: 'operators' },
    { of: operatorDirectory, list: (props) => <OperatorsList {...props} />, searchParams },
  );
}
