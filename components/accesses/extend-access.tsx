'use client';

import { useTranslations } from 'next-intl';
import { ConfirmAction } from '@/components/detail/confirm-action';
import type { FormAction } from '@/components/forms/action-form';
import { TextField } from '@/components/forms/fields';
import { accessExtension } from '@/lib/services/accesses/schemas';

/** Gives a grant another last day. */
export function ExtendAccess({
  access: { id, version, email, to },
  action,
}: {
  access: { readonly id: string; readonly version: number; readonly email: string; readonly to: string };
  action: FormAction<{ id: string }>;
}) {
  const t = useTranslations('operator');
  return (
    <ConfirmAction<{ id: string }>
      label={t('extend.act')}
      look={{ icon: 'pencil' }}
      title={t('extend.ask', { email })}
      consequences={[{ icon: 'audit', text: t('extend.says') }]}
      action={action}
      schema={accessExtension}
      hidden={{ id, version }}
      act={t('extend.act')}
      faults={{ day_over: t('grant.dayOver') }}
    >
      <TextField name="to" type="date" label={t('access.to')} defaultValue={to} inputClass="max-w-48" />
    </ConfirmAction>
  );
}
