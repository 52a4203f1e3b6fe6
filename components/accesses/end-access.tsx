'use client';

import { useTranslations } from 'next-intl';
import { ConfirmAction } from '@/components/detail/confirm-action';
import type { FormAction } from '@/components/forms/action-form';
import { accessEnding } from '@/lib/services/accesses/schemas';

/** Ends a grant of audit access, after saying what that does. */
export function EndAccess({
  access: { id, version, email, issuer },
  action,
}: {
  access: { readonly id: string; readonly version: number; readonly email: string; readonly issuer: { name: string } };
  action: FormAction<{ id: string }>;
}) {
  const t = useTranslations('operator');
  return (
    <ConfirmAction<{ id: string }>
      label={t('endAccess')}
      look={{ icon: 'block' }}
      title={t('endAccessAsk', { email })}
      consequences={[
        { icon: 'leave', text: t('endAccessSays', { issuer: issuer.name }) },
        { icon: 'audit', text: t('endAccessStays') },
      ]}
      action={action}
      schema={accessEnding}
      hidden={{ id, version }}
      act={t('endAccess')}
      danger
    />
  );
}
