'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ActionForm, type FormAction, FormSection } from '@/components/forms/action-form';
import { ChoiceField } from '@/components/forms/choice-field';
import { CompanyField } from '@/components/forms/company-field';
import { TextField } from '@/components/forms/fields';
import type { Role } from '@/lib/domain/roles';
import { paths } from '@/lib/paths';
import { invitation } from '@/lib/services/operators/schemas';

/** Which list a company is chosen from; null where there is nothing to choose: the actor's own, or none at all. */
function chosenFrom(by: Role, role: string): 'issuers' | 'partners' | null {
  if (role === 'partner' && by === 'administrator') return 'partners';
  return role === 'issuer' && by !== 'issuer' ? 'issuers' : null;
}

/** Invites an operator: which role, and what that person will see, then who it is. */
export function InviteForm({
  roles,
  by,
  start,
  action,
}: {
  /** Those that may be given. */
  roles: readonly Role[];
  by: Role;
  start: { company: string; role: string; language: 'pt' | 'en' };
  action: FormAction<{ id: string }>;
}) {
  const t = useTranslations('operator');
  const [only] = roles.length === 1 ? roles : [];
  const [role, setRole] = useState<string>(only ?? roles.find((each) => each === start.role) ?? '');
  const list = chosenFrom(by, role);
  return (
    <ActionForm<{ id: string }>
      name="invite"
      action={action}
      schema={invitation}
      values={{ role, company: start.company, language: start.language }}
      {...(only ? { hidden: { role: only } } : {})}
      save={t('invite.send')}
      cancel={paths.operators()}
      done={({ id }) => paths.operator(id)}
      faults={{ account_taken: t('invite.taken'), company_unknown: t('invite.companyUnknown') }}
    >
      <FormSection title={t('invite.access')} {...(only ? { text: t(`sees.${only}`) } : {})}>
        {only ? null : (
          <ChoiceField
            name="role"
            label={t('role')}
            of={roles.map((value) => ({ value, label: t(`roles.${value}`), text: t(`sees.${value}`) }))}
            onChoose={setRole}
          />
        )}
        {list ? <CompanyField name="company" label={t(`invite.company.${list}`)} list={list} /> : null}
      </FormSection>
      <FormSection title={t('invite.person')}>
        <TextField name="name" label={t('name')} autoComplete="off" />
        <TextField name="email" type="email" label={t('email')} help={t('emailHelp')} autoComplete="off" />
        <ChoiceField
          name="language"
          label={t('language')}
          of={(['pt', 'en'] as const).map((value) => ({ value, label: t(`languages.${value}`) }))}
        />
      </FormSection>
    </ActionForm>
  );
}
