import { ConfigurationTabs } from '@/components/configuration/configuration-tabs';
import { MailsList } from '@/components/mail/mails-list';
import { paths } from '@/lib/paths';
import { mailDirectory } from '@/lib/services/mail/list';
import { directoryPage, directoryTitle } from '../../../directory-page';

export const generateMetadata = directoryTitle('mails');

/** The mails that the product sends: queue, state, and those that were given up. */
export default function MailsPage({ searchParams }: PageProps<'/configuration/mail'>) {
  return directoryPage(paths.mails(), {
    of: mailDirectory,
    list: (props) => <MailsList {...props} />,
    searchParams,
    above: <ConfigurationTabs current={paths.mails()} />,
  });
}
