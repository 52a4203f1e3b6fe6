'use client';

import { useTranslations } from 'next-intl';
import { PasswordField } from '@/components/forms/password-field';
import { type FormAction, PlainForm } from '@/components/forms/plain-form';
import { paths } from '@/lib/paths';
import { passwordChoice } from '@/lib/services/credentials/schemas';
import { Said } from './said';

/** Chooses a password through a link. Without an address the link lets nobody in: one page for all such links. */
export function ChooseForm({
  token,
  email,
  kind,
  action,
}: {
  token: string;
  email: string | null;
  kind: 'activation' | 'reset';
  action: FormAction<{ email: string }>;
}) {
  const t = useTranslations('account');
  const gone = <Said title={t('gone.title')} text={t('gone.text')} act={t('gone.act')} to={paths.forgotPassword()} />;
  if (email === null) return gone;
  return (
    <PlainForm<{ email: string }>
      name="choose"
      action={action}
      schema={passwordChoice}
      hidden={{ token }}
      submit={t('choose.submit')}
      success={(done) => (
        <Said
          title={t('choose.doneTitle')}
          text={t('choose.done', { email: done.email })}
          act={t('choose.signIn')}
          to={paths.signIn()}
        />
      )}
      gone={gone}
    >
      <h1 className="h1">{t(`choose.title.${kind}`)}</h1>
      <p className="s">{t('choose.lead', { email })}</p>
      {/* Password managers keep the password under this name. */}
      <input type="email" autoComplete="username" defaultValue={email} readOnly hidden />
      <PasswordField name="password" label={t('choose.password')} isNew />
    </PlainForm>
  );
}
