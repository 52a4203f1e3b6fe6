import { WalletsList } from '@/components/wallets/wallets-list';
import { walletDirectory } from '@/lib/services/wallets/list';
import { tabTitle } from '../../../../company-tabs';
import { companyDirectory } from '../../../../directory-page';

export const generateMetadata = tabTitle('wallets');

/** The wallets of a partner's issuers. */
export default async function PartnerWalletsPage({ params, searchParams }: PageProps<'/partners/[id]/wallets'>) {
  const { id } = await params;
  return companyDirectory(
    { kind: 'partner', id, tab: 'wallets' },
    { of: walletDirectory, list: (props) => <WalletsList {...props} />, searchParams },
  );
}
