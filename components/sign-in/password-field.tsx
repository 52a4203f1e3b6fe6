'use client';

import { useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import { Field } from '@/components/forms/field';
import { useReveal } from '@/components/forms/use-reveal';

/** The password at the door; outside an ActionForm, so that it works with its own rules. */
export function PasswordField({ error, ...input }: { error: string | undefined } & ComponentProps<'input'>) {
  const t = useTranslations('signIn');
  const reveal = useReveal({ show: t('showPassword'), hide: t('hidePassword') });
  return (
    <Field
      {...input}
      {...reveal}
      id="password"
      autoComplete="current-password"
      label={t('password')}
      error={error}
      errorPrefix={t('errorPrefix')}
    />
  );
}
