'use client';

import { useTranslations } from 'next-intl';
import { ConfirmAction } from '@/components/detail/confirm-action';
import type { FormAction } from '@/components/forms/action-form';
import { TextField } from '@/components/forms/fields';
import { useFormat } from '@/lib/format/use-format';
import { paths } from '@/lib/paths';
import { walletCurrent, walletDeletion, walletRename } from '@/lib/services/wallets/schemas';

type Wallet = { readonly id: string; readonly version: number; readonly name: string };

/** Renames and deletes a wallet; nobody does that to the one that every issuer has. */
export function WalletActions({
  wallet: { id, version, name },
  rename,
  remove,
}: {
  wallet: Wallet;
  rename: FormAction<{ id: string; version: number }>;
  remove: FormAction<{ id: string }>;
}) {
  const t = useTranslations('wallet');
  return (
    <>
      <ConfirmAction<{ id: string; version: number }>
        label={t('rename')}
        look={{ icon: 'pencil' }}
        title={t('renameAsk', { name })}
        consequences={[{ icon: 'audit', text: t('renameSays') }]}
        action={rename}
        schema={walletRename}
        hidden={{ id, version }}
        act={t('rename')}
      >
        <TextField name="name" label={t('name')} defaultValue={name} autoComplete="off" />
      </ConfirmAction>
      <ConfirmAction<{ id: string }>
        label={t('delete')}
        look={{ icon: 'cancel' }}
        title={t('deleteAsk', { name })}
        consequences={[{ icon: 'cancel', text: t('deleteSays') }]}
        action={remove}
        schema={walletDeletion}
        hidden={{ id, version }}
        act={t('delete')}
        faults={{ wallet_in_use: t('inUse') }}
        done={() => paths.wallets()}
        danger
      />
    </>
  );
}

/** Chooses what the services of a wallet sign with. */
export function MakeCurrent({
  wallet: { id, version },
  certificate,
  services: n,
  action,
}: {
  wallet: Wallet;
  certificate: { readonly id: string; readonly alias: string };
  services: number;
  action: FormAction<{ id: string; version: number }>;
}) {
  const t = useTranslations('wallet');
  const format = useFormat();
  return (
    <ConfirmAction<{ id: string; version: number }>
      label={t('makeCurrent')}
      look={{ small: true }}
      title={t('makeCurrentAsk', { alias: certificate.alias })}
      consequences={[{ icon: 'services', text: t('makeCurrentSays', { n, count: format.count(n) }) }]}
      action={action}
      schema={walletCurrent}
      hidden={{ id, version, certificate: certificate.id }}
      act={t('makeCurrent')}
    />
  );
}
