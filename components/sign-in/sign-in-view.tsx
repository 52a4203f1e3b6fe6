'use client';

import { useTranslations } from 'next-intl';
import { ErrorSummary } from '@/components/forms/error-summary';
import { Field } from '@/components/forms/field';
import { useActionForm } from '@/components/forms/use-action-form';
import { Button } from '@/components/ui/button';
import { href, paths } from '@/lib/paths';
import { PasswordField } from './password-field';

const fields = ['email', 'password'] as const;

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
  const { register, send, errors, tries } = useActionForm<{ email: string; password: string }>(submit, { pending });
  const missing = fields.flatMap((id) => {
    const sentence = errors[id]?.message;
    return sentence ? [{ id, sentence }] : [];
  });

  return (
    <form noValidate action={submit} aria-labelledby="sign-in-title" onSubmit={send}>
      <input type="hidden" name="next" value={next} />
      <h1 id="sign-in-title" className="h1">
        {t('title')}
      </h1>
      <p className="s">{t('lead')}</p>
      <ErrorSummary title={tries > 0 ? t('missing') : error} fields={missing} attempt={attempt + tries} />
      <Field
        {...register('email', { required: t('emailMissing') })}
        id="email"
        type="email"
        autoComplete="username"
        defaultValue={email}
        label={t('email')}
        error={errors.email?.message}
        errorPrefix={t('errorPrefix')}
      />
      <PasswordField {...register('password', { required: t('passwordMissing') })} error={errors.password?.message} />
      <p className="text-13">
        <a href={href(paths.forgotPassword())}>{t('forgot')}</a>
      </p>
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
