'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { ErrorSummary } from '@/components/forms/error-summary';
import { Field } from '@/components/forms/field';
import { Button } from '@/components/ui/button';
import { PasswordField } from './password-field';

export type SignInValues = { readonly email: string; readonly password: string; readonly code: string };
type Missing = { readonly email?: string; readonly password?: string };

/**
 * The sign-in form. It only collects: `onSubmit` gets what was typed, `error` is the one neutral sentence of a refusal
 * (never which of the fields was wrong), `attempt` counts refusals so that each takes the focus, `askCode` shows the
 * second factor. Paste and password managers work: plain fields with autocomplete names.
 */
export function SignInView({
  onSubmit,
  pending,
  error,
  attempt,
  askCode = false,
}: {
  onSubmit: (values: SignInValues) => void;
  pending: boolean;
  error: string | null;
  attempt: number;
  askCode?: boolean;
}) {
  const t = useTranslations('signIn');
  const [missing, setMissing] = useState<Missing>({});

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const values = valuesOf(new FormData(form));
    const gaps: Missing = {
      ...(values.email === '' && { email: t('emailMissing') }),
      ...(values.password === '' && { password: t('passwordMissing') }),
    };
    setMissing(gaps);
    const first = Object.keys(gaps)[0];
    if (first === undefined) onSubmit(values);
    else form.querySelector<HTMLInputElement>(`[name=${first}]`)?.focus();
  };

  return (
    <form noValidate method="post" aria-labelledby="sign-in-title" onSubmit={submit}>
      <h1 id="sign-in-title" className="h1">
        {t('title')}
      </h1>
      <p className="s">{t('lead')}</p>
      <ErrorSummary title={error} attempt={attempt} />
      <Field
        id="email"
        name="email"
        type="email"
        autoComplete="username"
        label={t('email')}
        error={missing.email}
        errorPrefix={t('errorPrefix')}
      />
      <PasswordField error={missing.password} />
      {askCode ? (
        <Field
          id="code"
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          inputClass="id"
          label={t('code')}
          help={t('codeHelp')}
          errorPrefix={t('errorPrefix')}
        />
      ) : null}
      <Button type="submit" variant="primary" disabled={pending}>
        {t('submit')}
      </Button>
    </form>
  );
}

function valuesOf(data: FormData): SignInValues {
  const text = (name: string): string => String(data.get(name) ?? '');
  return { email: text('email').trim(), password: text('password'), code: text('code').trim() };
}
