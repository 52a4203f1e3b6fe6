'use client';

import { useTranslations } from 'next-intl';
import { ConfirmAction } from '@/components/detail/confirm-action';
import type { FormAction } from '@/components/forms/action-form';
import { mailAct } from '@/lib/services/mail/schemas';

/** Sends a mail again, after saying what that does. */
export function ResendMail({
  mail: { id, version, address, subject },
  action,
}: {
  mail: { readonly id: string; readonly version: number; readonly address: string; readonly subject: string };
  action: FormAction<{ id: string }>;
}) {
  const t = useTranslations('mail.resend');
  return (
    <ConfirmAction<{ id: string }>
      label={t('act')}
      look={{ icon: 'renew' }}
      title={t('ask', { subject })}
      consequences={[
        { icon: 'mail', text: t('says', { address }) },
        { icon: 'audit', text: t('same') },
      ]}
      action={action}
      schema={mailAct}
      hidden={{ id, version }}
      act={t('act')}
    />
  );
}
