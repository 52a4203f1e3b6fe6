'use client';

import { useTranslations } from 'next-intl';
import { FormSection } from '@/components/forms/action-form';
import { ChoiceField } from '@/components/forms/choice-field';
import { type FormAction, PlainForm } from '@/components/forms/plain-form';
import { type BundleChoice, issuerSubscription, partnerSubscription } from '@/lib/services/subscriptions/schemas';
import { CompanyFields } from './company-fields';
import { IssuerFields } from './issuer-fields';
import { Received } from './received';

type Common = { action: FormAction<object>; language: 'pt' | 'en' };

/** The subscription of an issuer, by whoever comes. */
export function SubscribeIssuerForm({
  action,
  language,
  bundles,
  bundle,
  partner,
}: Common & {
  bundles: readonly BundleChoice[];
  /** Chosen beforehand, by its code. */
  bundle: string;
  partner: { name: string; code: string } | null;
}) {
  const t = useTranslations('subscription');
  return (
    <PlainForm
      name="subscribe"
      action={action}
      schema={issuerSubscription}
      values={{ country: 'PRT', language, bundle }}
      submit={t('send')}
      success={() => <Received />}
      faults={{ partner_unknown: t('partnerUnknown') }}
    >
      <IssuerFields bundles={bundles} partner={partner ? { kind: 'fixed', ...partner } : { kind: 'typed' }} />
      <CompanyFields />
    </PlainForm>
  );
}

/** The subscription of a partner. */
export function SubscribePartnerForm({ action, language }: Common) {
  const t = useTranslations('subscription');
  return (
    <PlainForm
      name="subscribe"
      action={action}
      schema={partnerSubscription}
      values={{ country: 'PRT', language }}
      submit={t('send')}
      success={() => <Received />}
    >
      <PartnerKind />
      <CompanyFields />
    </PlainForm>
  );
}

/** Integrator or reseller, and what that means. */
export function PartnerKind() {
  const t = useTranslations('subscription');
  return (
    <FormSection title={t('kind')}>
      <ChoiceField
        name="type"
        label={t('kindLabel')}
        of={(['INTEGRATOR', 'RESELLER'] as const).map((value) => ({
          value,
          label: t(`kinds.${value}.label`),
          text: t(`kinds.${value}.text`),
        }))}
      />
    </FormSection>
  );
}
