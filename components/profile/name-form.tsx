'use client';

import { useTranslations } from 'next-intl';
import { TextField } from '@/components/forms/fields';
import { type FormAction, PlainForm } from '@/components/forms/plain-form';
import { ownRenaming } from '@/lib/services/profile/schemas';

/** One's own name. */
export function OwnNameForm({
  profile: { name, version },
  action,
}: {
  profile: { readonly name: string; readonly version: number };
  action: FormAction<{ version: number }>;
}) {
  const t = useTranslations('profile');
  return (
    <PlainForm
      name="own-name"
      action={action}
      schema={ownRenaming}
      values={{ name }}
      hidden={{ version: String(version) }}
      submit={t('saveName')}
    >
      <TextField name="name" label={t('name')} autoComplete="name" />
    </PlainForm>
  );
}
