'use client';

import { useTranslations } from 'next-intl';
import { PasswordField } from '@/components/forms/password-field';
import { type FormAction, PlainForm } from '@/components/forms/plain-form';
import { Notice } from '@/components/ui/notice';
import { useFormat } from '@/lib/format/use-format';
import { ownPasswordChange } from '@/lib/services/profile/schemas';

/** Another password, by the one that is. */
export function PasswordForm({ email, action }: { email: string; action: FormAction<{ ended: number }> }) {
  const t = useTranslations('profile.password');
  const format = useFormat();
  return (
    <PlainForm<{ ended: number }>
      name="password"
      action={action}
      schema={ownPasswordChange}
      submit={t('save')}
      success={({ ended }) => <Notice live>{t('done', { n: ended, count: format.count(ended) })}</Notice>}
    >
      <p className="s text-13">{t('text')}</p>
      {/* Password managers keep the password under this name. */}
      <input type="email" autoComplete="username" defaultValue={email} readOnly hidden />
      <PasswordField name="current" label={t('current')} />
      <PasswordField name="password" label={t('new')} isNew />
    </PlainForm>
  );
}
