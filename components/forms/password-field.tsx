'use client';

import { useTranslations } from 'next-intl';
import { TextField } from './fields';
import { useReveal } from './use-reveal';

type Props = {
  name: string;
  label: string;
  isNew?: boolean;
  help?: string;
  /** `off` for what is nobody's password: a machine's secret, a PIN. */
  autoComplete?: 'off';
};

/** A password in a form: the one that is, or one to be. Never kept as a draft, and paste is welcome. */
export function PasswordField({ name, label, isNew = false, help, autoComplete }: Props) {
  const t = useTranslations('forms');
  const reveal = useReveal({ show: t('showPassword'), hide: t('hidePassword') });
  return (
    <TextField
      {...reveal}
      name={name}
      label={label}
      help={help ?? (isNew ? t('passwordHelp') : undefined)}
      autoComplete={autoComplete ?? (isNew ? 'new-password' : 'current-password')}
      data-secret=""
    />
  );
}
