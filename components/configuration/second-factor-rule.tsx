'use client';

import { useTranslations } from 'next-intl';
import { ActionForm, type FormAction, FormSection } from '@/components/forms/action-form';
import { CheckField } from '@/components/forms/check-field';
import { secondFactorRule } from '@/lib/services/second-factor/schemas';

type Role = 'administrator' | 'partner' | 'issuer' | 'auditor';

/** Which roles must have a second factor. */
export function SecondFactorRule({
  rule: { roles: chosen, version },
  roles,
  action,
}: {
  rule: { readonly roles: readonly Role[]; readonly version: number };
  /** In the order shown. */
  roles: readonly Role[];
  action: FormAction<{ version: number }>;
}) {
  const t = useTranslations('configuration');
  return (
    <ActionForm
      name="second-factor"
      action={action}
      schema={secondFactorRule}
      values={Object.fromEntries(chosen.map((role) => [role, 'on']))}
      hidden={{ version }}
      save={t('save')}
    >
      <FormSection title={t('factor.title')} text={t('factor.text')}>
        {roles.map((role) => (
          <CheckField key={role} name={role} label={t(`factor.roles.${role}`)} />
        ))}
      </FormSection>
    </ActionForm>
  );
}
