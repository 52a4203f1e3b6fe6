'use client';

import { useTranslations } from 'next-intl';
import { TextField } from '@/components/forms/fields';
import { type FormAction, PlainForm } from '@/components/forms/plain-form';
import { NavLink } from '@/components/ui/nav-link';
import { paths } from '@/lib/paths';
import { linkRequest } from '@/lib/services/credentials/schemas';
import { Said } from './said';

/** Asks for a link to an address; what is said then is the same whether or not there is an account. */
export function ForgotForm({ action }: { action: FormAction<object> }) {
  const t = useTranslations('account.forgot');
  return (
    <PlainForm
      name="forgot"
      action={action}
      schema={linkRequest}
      submit={t('submit')}
      success={() => <Said title={t('doneTitle')} text={t('done')} act={t('back')} to={paths.signIn()} />}
    >
      <h1 className="h1">{t('title')}</h1>
      <p className="s">{t('lead')}</p>
      <TextField name="email" type="email" autoComplete="username" label={t('email')} />
      <p className="text-13">
        <NavLink to={paths.signIn()}>{t('back')}</NavLink>
      </p>
    </PlainForm>
  );
}
