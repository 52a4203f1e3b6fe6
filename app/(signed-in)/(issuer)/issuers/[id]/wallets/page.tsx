import { WalletsList } from '@/components/wallets/wallets-list';
import { walletDirectory } from '@/lib/services/wallets/list';
import { tabTitle } from '../../../../company-tabs';
import { companyDirectory } from '../../../../directory-page';

export const generateMetadata = tabTitle('wallets');

/** The wallets of one issuer. */
export default async function IssuerWalletsPage({ params, searchParams }: PageProps<'/issuers/[id]/wallets'>) {
  const { id } = await params;
  return companyDirectory(
    { kind: 'issuer', id, tab: 'wallets' },
    { of: walletDirectory, list: (props) => <WalletsList {...props} />, searchParams },
  );
}
