'use client';

import { useTranslations } from 'next-intl';
import { ActionForm, type FormAction, FormSection } from '@/components/forms/action-form';
import { TextField } from '@/components/forms/fields';
import { paths } from '@/lib/paths';
import { newWallet } from '@/lib/services/wallets/schemas';

/** Makes a wallet. */
export function WalletForm({ action }: { action: FormAction<{ id: string }> }) {
  const t = useTranslations('wallet');
  return (
    <ActionForm<{ id: string }>
      name="wallet"
      action={action}
      schema={newWallet}
      save={t('create')}
      cancel={paths.wallets()}
      done={({ id }) => paths.wallet(id)}
    >
      <FormSection title={t('title')}>
        <TextField name="name" label={t('name')} autoComplete="off" />
      </FormSection>
    </ActionForm>
  );
}
