import { AuthoritiesList } from '@/components/authorities/authorities-list';
import { ConfigurationTabs } from '@/components/configuration/configuration-tabs';
import { paths } from '@/lib/paths';
import { authorityDirectory } from '@/lib/services/authorities/list';
import { directoryPage, directoryTitle } from '../../../directory-page';

export const generateMetadata = directoryTitle('authorities');

/** The certificate authorities that issuers may enrol from. */
export default function AuthoritiesPage({ searchParams }: PageProps<'/configuration/authorities'>) {
  return directoryPage(paths.authorities(), {
    of: authorityDirectory,
    list: (props) => <AuthoritiesList {...props} />,
    searchParams,
    above: <ConfigurationTabs current={paths.authorities()} />,
  });
}
