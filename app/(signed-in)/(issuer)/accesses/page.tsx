import { AccessesList } from '@/components/accesses/accesses-list';
import { paths } from '@/lib/paths';
import { accessDirectory } from '@/lib/services/accesses/list';
import { directoryPage, directoryTitle } from '../../directory-page';

export const generateMetadata = directoryTitle('accesses');

/** The audit accesses to issuers in the operator's scope. */
export default function AccessesPage({ searchParams }: PageProps<'/accesses'>) {
  return directoryPage(paths.accesses(), {
    of: accessDirectory,
    list: (props) => <AccessesList {...props} />,
    searchParams,
  });
}
