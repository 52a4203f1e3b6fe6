import { IssuersList } from '@/components/issuers/issuers-list';
import { paths } from '@/lib/paths';
import { issuerDirectory } from '@/lib/services/issuers/list';
import { directoryPage, directoryTitle } from '../../directory-page';
import { partnersToChoose } from '../../partners-to-choose';

export const generateMetadata = directoryTitle('issuers');

/** The issuers in the operator's scope. */
export default function IssuersPage({ searchParams }: PageProps<'/issuers'>) {
  return directoryPage(paths.issuers(), {
    of: issuerDirectory,
    list: async (props, actor) => <IssuersList {...props} partners={await partnersToChoose(actor)} />,
    searchParams,
  });
}
