import { WalletsList } from '@/components/wallets/wallets-list';
import { paths } from '@/lib/paths';
import { walletDirectory } from '@/lib/services/wallets/list';
import { directoryPage, directoryTitle } from '../../directory-page';

export const generateMetadata = directoryTitle('wallets');

/** The wallets of the issuers in the operator's scope. */
export default function WalletsPage({ searchParams }: PageProps<'/wallets'>) {
  return directoryPage(paths.wallets(), {
    of: walletDirectory,
    list: (props, actor) => <WalletsList {...props} single={actor.role === 'issuer'} />,
    searchParams,
  });
}
