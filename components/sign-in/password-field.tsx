'use client';

import { useTranslations } from 'next-intl';
import { type ComponentProps, useState } from 'react';
import { Field } from '@/components/forms/field';
import { Icon } from '@/components/icons/icon';

/** The password, which can be shown while it is typed. */
export function PasswordField({ error, ...input }: { error: string | undefined } & ComponentProps<'input'>) {
  const t = useTranslations('signIn');
  const [shown, setShown] = useState(false);
  return (
    <Field
      {...input}
      id="password"
      type={shown ? 'text' : 'password'}
      autoComplete="current-password"
      label={t('password')}
      error={error}
      errorPrefix={t('errorPrefix')}
      after={
        <button
          type="button"
          className="iconbtn"
          aria-label={t(shown ? 'hidePassword' : 'showPassword')}
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
        >
          <Icon name="eye" />
        </button>
      }
    />
  );
}
