import { OperatorsList } from '@/components/operators/operators-list';
import { paths } from '@/lib/paths';
import { operatorDirectory } from '@/lib/services/operators/list';
import { directoryPage, directoryTitle } from '../../directory-page';

export const generateMetadata = directoryTitle('operators');

/** The operators in the operator's scope. */
export default function OperatorsPage({ searchParams }: PageProps<'/operators'>) {
  return directoryPage(paths.operators(), {
    of: operatorDirectory,
    list: (props) => <OperatorsList {...props} />,
    searchParams,
  });
}
