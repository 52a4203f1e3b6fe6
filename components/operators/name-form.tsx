'use client';

import { useTranslations } from 'next-intl';
import { ActionForm, type FormAction, FormSection } from '@/components/forms/action-form';
import { TextField } from '@/components/forms/fields';
import { operatorRenaming } from '@/lib/services/operators/schemas';

/** Gives an operator another name. */
export function NameForm({
  operator: { id, name, version },
  action,
}: {
  operator: { readonly id: string; readonly name: string; readonly version: number };
  action: FormAction<{ id: string; version: number }>;
}) {
  const t = useTranslations('operator');
  return (
    <ActionForm
      name="name"
      action={action}
      schema={operatorRenaming}
      values={{ name }}
      hidden={{ id, version }}
      save={t('save')}
    >
      <FormSection title={t('nameCard')}>
        <TextField name="name" label={t('name')} />
      </FormSection>
    </ActionForm>
  );
}
