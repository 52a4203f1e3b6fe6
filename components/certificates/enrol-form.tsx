'use client';

import { useTranslations } from 'next-intl';
import { ActionForm, type FormAction, FormSection } from '@/components/forms/action-form';
import { TextField } from '@/components/forms/fields';
import { SelectField } from '@/components/forms/select-field';
import { paths } from '@/lib/paths';
import { enrolment, type Onward } from '@/lib/services/certificates/schemas';

type Choice = { readonly id: string; readonly name: string };

/** Begins to enrol: which authority, into which wallet. Leads to the authority's page. */
export function EnrolForm({
  authorities,
  wallets,
  into,
  action,
}: {
  authorities: readonly Choice[];
  wallets: readonly Choice[];
  /** The wallet that is chosen at first. */
  into: string;
  action: FormAction<Onward>;
}) {
  const t = useTranslations('certificateFlow');
  const options = (of: readonly Choice[]) => of.map(({ id, name }) => [id, name] as const);
  return (
    <ActionForm<Onward>
      name="enrol"
      action={action}
      schema={enrolment}
      values={{ authority: authorities[0]?.id ?? '', wallet: into }}
      save={t('new.act')}
      cancel={paths.certificates()}
      done={({ id, url }) => url ?? paths.certificateFlow(id)}
      faults={{ suspended: t('fault.suspended'), unchecked: t('fault.unchecked') }}
    >
      <FormSection title={t('new.where')}>
        <SelectField name="authority" label={t('new.authority')} of={options(authorities)} />
        <SelectField name="wallet" label={t('wallet')} help={t('new.walletHelp')} of={options(wallets)} />
        <TextField name="alias" label={t('alias')} help={t('aliasHelp')} autoComplete="off" optional />
      </FormSection>
    </ActionForm>
  );
}
