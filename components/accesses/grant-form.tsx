'use client';

import { useTranslations } from 'next-intl';
import { ActionForm, type FormAction, FormSection } from '@/components/forms/action-form';
import { ChoiceField } from '@/components/forms/choice-field';
import { CompanyField } from '@/components/forms/company-field';
import { TextField } from '@/components/forms/fields';
import { useFormat } from '@/lib/format/use-format';
import { paths } from '@/lib/paths';
import { accessGrant } from '@/lib/services/accesses/schemas';

/** Grants an auditor access: to whom, to what, from when to when, why. */
export function GrantForm({
  chooses,
  start,
  action,
}: {
  /** The issuer is chosen; it is the actor's own otherwise. */
  chooses: boolean;
  start: { issuer: string; from: string; language: 'pt' | 'en' };
  action: FormAction<{ id: string }>;
}) {
  const t = useTranslations('operator');
  const { timeZone } = useFormat();
  return (
    <ActionForm<{ id: string }>
      name="grant"
      action={action}
      schema={accessGrant}
      values={start}
      save={t('grant.act')}
      cancel={paths.accesses()}
      done={({ id }) => paths.access(id)}
      faults={{
        company_unknown: t('invite.companyUnknown'),
        granted: t('grant.granted'),
        not_grantable: t('grant.notGrantable'),
        day_over: t('grant.dayOver'),
      }}
    >
      {chooses ? (
        <FormSection title={t('grant.what')}>
          <CompanyField name="issuer" label={t('access.issuer')} list="issuers" />
        </FormSection>
      ) : null}
      <FormSection title={t('grant.whom')} text={t('grant.whomText')}>
        <TextField name="email" type="email" label={t('email')} autoComplete="off" />
        <TextField name="name" label={t('name')} autoComplete="off" />
        <ChoiceField
          name="language"
          label={t('language')}
          of={(['pt', 'en'] as const).map((value) => ({ value, label: t(`languages.${value}`) }))}
        />
      </FormSection>
      <FormSection title={t('grant.when')} text={t('access.days', { zone: timeZone })}>
        <TextField name="from" type="date" label={t('access.from')} inputClass="max-w-48" />
        <TextField name="to" type="date" label={t('access.to')} inputClass="max-w-48" />
        <TextField name="reason" label={t('access.reason')} help={t('grant.reasonHelp')} optional />
      </FormSection>
    </ActionForm>
  );
}
