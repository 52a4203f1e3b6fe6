import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Breadcrumbs, PageHead } from '@/components/ui/page-head';
import { WalletForm } from '@/components/wallets/wallet-form';
import { requireActor } from '@/lib/auth/current-actor';
import { reachOf } from '@/lib/domain/permissions';
import { Messages } from '@/lib/i18n/client-messages';
import { paths } from '@/lib/paths';
import { create } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('wallet'))('new') };
}

/** Makes a wallet of one's own company. */
export default async function NewWalletPage() {
  const actor = await requireActor(paths.newWallet());
  if (actor.readOnly || reachOf('certificates.edit', actor.role) === null) forbidden();
  const [t, d, shell] = await Promise.all([
    getTranslations('wallet'),
    getTranslations('directory'),
    getTranslations('shell'),
  ]);
  return (
    <>
      <Breadcrumbs
        label={shell('breadcrumbs')}
        of={[{ label: d('wallets.title'), href: paths.wallets() }, { label: t('new') }]}
      />
      <PageHead title={t('new')} sub={t('newSub')} />
      <Messages of={['forms', 'wallet']}>
        <WalletForm action={create} />
      </Messages>
    </>
  );
}
