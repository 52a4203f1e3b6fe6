'use client';

import { useTranslations } from 'next-intl';
import { ActionForm, type FormAction, FormSection } from '@/components/forms/action-form';
import { ChoiceField } from '@/components/forms/choice-field';
import { TextAreaField, TextField } from '@/components/forms/fields';
import { SelectField } from '@/components/forms/select-field';
import { companyEdit } from '@/lib/services/companies/schemas';

type Company = {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly email: string;
  readonly contact: string;
  readonly invoiceAddress: string;
  readonly language: 'pt' | 'en';
  readonly edits: string;
  /** Of an issuer. */
  readonly bundle?: string;
};

/** Edits a company: contact data, and the name by whom may change it. */
export function CompanyForm({
  company,
  action,
  back,
  bundles = [],
}: {
  company: Company;
  action: FormAction<{ id: string; version: number }>;
  /** The page of the company. */
  back: string;
  /** Those that an issuer may have, for whom may change it. */
  bundles?: readonly { readonly code: string; readonly name: string }[];
}) {
  const t = useTranslations('company');
  const { id, version, name, email, contact, invoiceAddress, language } = company;
  return (
    <ActionForm
      name="company"
      action={action}
      schema={companyEdit}
      values={{
        ...(company.edits === 'all' ? { name, bundle: company.bundle ?? '' } : {}),
        email,
        contact,
        invoiceAddress,
        language,
      }}
      hidden={{ id, version }}
      save={t('save')}
      cancel={back}
      done={() => back}
    >
      {company.edits === 'all' ? (
        <FormSection title={t('who')}>
          <TextField name="name" label={t('name')} help={t('nameHelp')} />
          {bundles.length > 0 ? (
            <SelectField
              name="bundle"
              label={t('bundle')}
              of={bundles.map(({ code, name: said }) => [code, `${said} (${code})`])}
            />
          ) : null}
        </FormSection>
      ) : null}
      <FormSection title={t('where')}>
        <TextField name="email" type="email" label={t('email')} help={t('emailHelp')} />
        <TextField name="contact" label={t('contact')} />
        <TextAreaField name="invoiceAddress" label={t('invoiceAddress')} />
        <ChoiceField
          name="language"
          label={t('language')}
          of={(['pt', 'en'] as const).map((value) => ({ value, label: t(`languages.${value}`) }))}
        />
      </FormSection>
    </ActionForm>
  );
}
