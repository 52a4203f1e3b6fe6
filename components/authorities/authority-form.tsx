'use client';

import { useTranslations } from 'next-intl';
import { ActionForm, type FormAction, FormSection } from '@/components/forms/action-form';
import { TextAreaField, TextField } from '@/components/forms/fields';
import { PasswordField } from '@/components/forms/password-field';
import { paths } from '@/lib/paths';
import { authorityEdit, newAuthority } from '@/lib/services/authorities/schemas';

type Values = Readonly<Record<string, string>>;

/** Makes an authority, or edits the one that `edited` names. */
export function AuthorityForm({
  values,
  edited,
  action,
}: {
  values: Values;
  edited?: { readonly id: string; readonly version: number };
  action: FormAction<{ id: string }>;
}) {
  const t = useTranslations('authority');
  const whole = { inputMode: 'numeric', inputClass: 'max-w-48' } as const;
  return (
    <ActionForm<{ id: string }>
      name="authority"
      action={action}
      schema={edited ? authorityEdit : newAuthority}
      values={values}
      hidden={{ ...edited, type: 'csc-v1' }}
      save={edited ? t('save') : t('createAct')}
      cancel={edited ? paths.authority(edited.id) : paths.authorities()}
      done={({ id }) => paths.authority(id)}
      faults={{ hostile: t('hostile'), roots: t('rootsFault'), warn_days: t('warnDaysFault') }}
    >
      <FormSection title={t('who')}>
        <TextField name="name" label={t('name')} help={t('nameHelp')} autoComplete="off" />
      </FormSection>
      <FormSection title={t('service')} text={t('serviceText')}>
        <TextField name="baseUrl" type="url" label={t('baseUrl')} help={t('baseUrlHelp')} />
        <TextField name="oauthUrl" type="url" label={t('oauthUrl')} help={t('oauthUrlHelp')} optional />
        <TextField name="clientId" label={t('clientId')} autoComplete="off" />
        <PasswordField
          name="clientSecret"
          label={t('clientSecret')}
          help={edited ? t('clientSecretKeep') : t('clientSecretHelp')}
          autoComplete="off"
        />
        <TextField name="scopes" label={t('scopes')} optional />
        <TextField name="timeStampUrl" type="url" label={t('timeStampUrl')} help={t('timeStampUrlHelp')} optional />
      </FormSection>
      <FormSection title={t('trust')} text={t('trustText')}>
        <TextAreaField name="trustedRoots" label={t('trustedRoots')} help={t('trustedRootsHelp')} rows={6} optional />
      </FormSection>
      <FormSection title={t('rule')} text={t('ruleText')}>
        <TextField name="accessDays" label={t('accessDays')} {...whole} />
        <TextField name="accessSignatures" label={t('accessSignatures')} {...whole} />
        <TextField name="warnDays" label={t('warnDays')} {...whole} />
        <TextField name="warnPercent" label={t('warnPercent')} {...whole} />
      </FormSection>
    </ActionForm>
  );
}
