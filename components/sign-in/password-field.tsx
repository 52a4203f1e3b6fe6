'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Field } from '@/components/forms/field';
import { Icon } from '@/components/icons/icon';

/** The password, which can be shown while it is typed. */
export function PasswordField({ error }: { error: string | undefined }) {
  const t = useTranslations('signIn');
  const [shown, setShown] = useState(false);
  return (
    <Field
      id="password"
      name="password"
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
