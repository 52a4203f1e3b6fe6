'use client';

import { useTranslations } from 'next-intl';
import { ConfirmAction } from '@/components/detail/confirm-action';
import type { FormAction } from '@/components/forms/action-form';
import { operatorAct } from '@/lib/services/operators/schemas';

/** Asks an operator by mail to choose a new password. */
export function RedefinePassword({
  operator: { id, name, email, version },
  action,
}: {
  operator: { readonly id: string; readonly name: string; readonly email: string; readonly version: number };
  action: FormAction<{ id: string }>;
}) {
  const t = useTranslations('operator.redefine');
  return (
    <ConfirmAction<{ id: string }>
      label={t('act')}
      look={{ small: true, icon: 'renew' }}
      title={t('ask', { name })}
      consequences={[
        { icon: 'mail', text: t('says', { email }) },
        { icon: 'eye', text: t('never') },
      ]}
      action={action}
      schema={operatorAct}
      hidden={{ id, version }}
      act={t('act')}
    />
  );
}
