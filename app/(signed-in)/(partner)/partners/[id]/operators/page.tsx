import { OperatorsList } from '@/components/operators/operators-list';
import { operatorDirectory } from '@/lib/services/operators/list';
import { tabTitle } from '../../../../company-tabs';
import { companyDirectory } from '../../../../directory-page';

export const generateMetadata = tabTitle('operators');

/** The operators of one partner. */
export default async function PartnerOperatorsPage({ params, searchParams }: PageProps<'/partners/[id]/operators'>) {
  const { id } = await params;
  return companyDirectory(
    { kind: 'partner', id, tab: 'operators' },
    { of: operatorDirectory, list: (props) => <OperatorsList {...props} />, searchParams },
  );
}
