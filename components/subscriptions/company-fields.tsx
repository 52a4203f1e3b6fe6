'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormSection } from '@/components/forms/action-form';
import { ChoiceField } from '@/components/forms/choice-field';
import { TextAreaField, TextField } from '@/components/forms/fields';
import { SelectField } from '@/components/forms/select-field';
import { type Country, countries, countryCodes } from '@/lib/domain/countries';
import { isNif } from '@/lib/domain/nif';
import { useFormat } from '@/lib/format/use-format';

const whole = /^(PT)?\d{9}$/i;

/** Country and VAT number; the check digit of a Portuguese one is looked at while it is typed. */
function VatFields() {
  const t = useTranslations('subscription');
  const format = useFormat();
  const [country, setCountry] = useState('PRT');
  const [typed, setTyped] = useState('');
  const number = typed.replaceAll(/[\s.-]/g, '');
  const judged = country === 'PRT' && whole.test(number);
  const sound = isNif(number.replace(/^PT/i, ''));
  const named = countryCodes
    .map((code): [Country, string] => [code, format.country(countries[code])])
    .sort(([, a], [, b]) => format.compareNames(a, b));
  return (
    <>
      <SelectField name="country" label={t('country')} of={named} onChoose={setCountry} />
      <TextField
        name="vat"
        label={t(country === 'PRT' ? 'nif' : 'vat')}
        inputClass="id max-w-64"
        autoComplete="off"
        spellCheck={false}
        help={
          <span aria-live="polite">
            {judged ? t(sound ? 'nifSound' : 'nifWrong') : t(country === 'PRT' ? 'nifHelp' : 'vatHelp')}
          </span>
        }
        onChange={(event) => setTyped(event.target.value)}
      />
    </>
  );
}

/** Company and first operator: what every form asks for that makes a company. */
export function CompanyFields() {
  const t = useTranslations('subscription');
  return (
    <>
      <FormSection title={t('company')}>
        <VatFields />
        <TextField name="name" label={t('name')} help={t('nameHelp')} autoComplete="organization" />
        <TextField name="email" type="email" label={t('email')} help={t('emailHelp')} autoComplete="off" />
        <TextField name="contact" label={t('contact')} autoComplete="off" />
        <TextAreaField name="invoiceAddress" label={t('invoiceAddress')} autoComplete="off" />
        <ChoiceField
          name="language"
          label={t('language')}
          of={(['pt', 'en'] as const).map((value) => ({ value, label: t(`languages.${value}`) }))}
        />
      </FormSection>
      <FormSection title={t('operator')} text={t('operatorText')}>
        <TextField name="operatorName" label={t('operatorName')} autoComplete="name" />
        <TextField
          name="operatorEmail"
          type="email"
          label={t('operatorEmail')}
          help={t('operatorEmailHelp')}
          autoComplete="email"
        />
      </FormSection>
    </>
  );
}
