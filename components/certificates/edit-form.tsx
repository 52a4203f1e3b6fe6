'use client';

import { useTranslations } from 'next-intl';
import { ActionForm, type FormAction, FormSection } from '@/components/forms/action-form';
import { TextField } from '@/components/forms/fields';
import { SelectField } from '@/components/forms/select-field';
import { paths } from '@/lib/paths';
import { certificateEdit } from '@/lib/services/certificates/schemas';

type Certificate = {
  readonly id: string;
  readonly version: number;
  readonly alias: string;
  readonly wallet: { readonly id: string };
};

/** Gives a certificate another alias or wallet. */
export function CertificateForm({
  certificate: { id, version, alias, wallet },
  wallets,
  action,
}: {
  certificate: Certificate;
  wallets: readonly { readonly id: string; readonly name: string }[];
  action: FormAction<{ id: string; version: number }>;
}) {
  const t = useTranslations('certificate');
  return (
    <ActionForm
      name="certificate"
      action={action}
      schema={certificateEdit}
      values={{ alias, wallet: wallet.id }}
      hidden={{ id, version }}
      save={t('save')}
      cancel={paths.certificate(id)}
      done={() => paths.certificate(id)}
    >
      <FormSection title={t('who')}>
        <TextField name="alias" label={t('alias')} autoComplete="off" />
        <SelectField name="wallet" label={t('wallet')} of={wallets.map((each) => [each.id, each.name])} />
      </FormSection>
    </ActionForm>
  );
}
