'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, startTransition, useState } from 'react';
import { ErrorSummary } from '@/components/forms/error-summary';
import { Field } from '@/components/forms/field';
import { Button } from '@/components/ui/button';
import { PasswordField } from './password-field';

type Missing = { readonly email?: string; readonly password?: string };

/**
 * The sign-in form. It only collects: `submit` gets what was typed, also without any script; `error` is the one neutral
 * sentence of a refusal (never which of the fields was wrong), `attempt` counts refusals so that each takes the focus,
 * `askCode` shows the second factor. Paste and password managers work: plain fields with autocomplete names.
 */
export function SignInView({
  submit,
  next,
  email,
  pending,
  error,
  attempt,
  askCode = false,
}: {
  submit: (form: FormData) => void;
  next: string;
  /** The address of the last try. */
  email: string;
  pending: boolean;
  error: string | null;
  attempt: number;
  askCode?: boolean;
}) {
  const t = useTranslations('signIn');
  const [missing, setMissing] = useState<Missing>({});

  const check = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const gaps: Missing = {
      ...(data.get('email') === '' && { email: t('emailMissing') }),
      ...(data.get('password') === '' && { password: t('passwordMissing') }),
    };
    setMissing(gaps);
    const first = Object.keys(gaps)[0];
    if (first === undefined) startTransition(() => submit(data));
    else form.querySelector<HTMLInputElement>(`[name=${first}]`)?.focus();
  };

  return (
    <form noValidate action={submit} aria-labelledby="sign-in-title" onSubmit={check}>
      <input type="hidden" name="next" value={next} />
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
        defaultValue={email}
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
