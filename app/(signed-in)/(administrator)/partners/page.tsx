import { PartnersList } from '@/components/partners/partners-list';
import { paths } from '@/lib/paths';
import { partnerDirectory } from '@/lib/services/partners/list';
import { directoryPage, directoryTitle } from '../../directory-page';

export const generateMetadata = directoryTitle('partners');

/** All partner companies. */
export default function PartnersPage({ searchParams }: PageProps<'/partners'>) {
  return directoryPage(paths.partners(), {
    of: partnerDirectory,
    list: (props) => <PartnersList {...props} />,
    searchParams,
  });
}
