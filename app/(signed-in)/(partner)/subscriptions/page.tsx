import { SubscriptionsList } from '@/components/subscriptions/subscriptions-list';
import { paths } from '@/lib/paths';
import { subscriptionDirectory } from '@/lib/services/subscriptions/list';
import { directoryPage, directoryTitle } from '../../directory-page';

export const generateMetadata = directoryTitle('subscriptions');

/** The companies that await their validation. */
export default function SubscriptionsPage({ searchParams }: PageProps<'/subscriptions'>) {
  return directoryPage(paths.subscriptions(), {
    of: subscriptionDirectory,
    list: (props) => <SubscriptionsList {...props} />,
    searchParams,
  });
}
