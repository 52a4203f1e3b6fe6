'use client';

import { useTranslations } from 'next-intl';
import { ActionForm, type FormAction } from '@/components/forms/action-form';
import { paths } from '@/lib/paths';
import { type BundleChoice, issuerSubscription, partnerSubscription } from '@/lib/services/subscriptions/schemas';
import { CompanyFields } from './company-fields';
import { IssuerFields } from './issuer-fields';
import { PartnerKind } from './subscribe-form';

type Common = { action: FormAction<{ id: string }>; language: 'pt' | 'en' };

function useFaults() {
  const t = useTranslations('subscription');
  return { partner_unknown: t('partnerUnknown'), company_taken: t('companyTaken'), account_taken: t('accountTaken') };
}

/** Makes an issuer. `chooses`: among which partner, for administrators. */
export function CreateIssuerForm({
  action,
  language,
  bundles,
  partner,
}: Common & { bundles: readonly BundleChoice[]; partner: { readonly chooses: boolean; readonly code: string } }) {
  const t = useTranslations('subscription');
  const faults = useFaults();
  return (
    <ActionForm<{ id: string }>
      name="new-issuer"
      action={action}
      schema={issuerSubscription}
      values={{ country: 'PRT', language, partner: partner.code }}
      save={t('createIssuer')}
      cancel={paths.issuers()}
      done={({ id }) => paths.issuer(id)}
      faults={faults}
    >
      <IssuerFields bundles={bundles} partner={{ kind: partner.chooses ? 'listed' : 'own' }} />
      <CompanyFields />
    </ActionForm>
  );
}

/** Makes a partner company. */
export function CreatePartnerForm({ action, language }: Common) {
  const t = useTranslations('subscription');
  const faults = useFaults();
  return (
    <ActionForm<{ id: string }>
      name="new-partner"
      action={action}
      schema={partnerSubscription}
      values={{ country: 'PRT', language }}
      save={t('createPartner')}
      cancel={paths.partners()}
      done={({ id }) => paths.partner(id)}
      faults={faults}
    >
      <PartnerKind />
      <CompanyFields />
    </ActionForm>
  );
}
