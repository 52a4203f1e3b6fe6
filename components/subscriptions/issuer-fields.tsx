'use client';

import { useTranslations } from 'next-intl';
import { FormSection } from '@/components/forms/action-form';
import { ChoiceField } from '@/components/forms/choice-field';
import { CompanyField } from '@/components/forms/company-field';
import { TextField } from '@/components/forms/fields';
import { useFormat } from '@/lib/format/use-format';
import type { BundleChoice } from '@/lib/services/subscriptions/schemas';

/** Bundle and partner of an issuer. `partner`: fixed by a link, chosen from a list, typed, or one's own. */
export function IssuerFields({
  bundles,
  partner,
}: {
  bundles: readonly BundleChoice[];
  partner:
    | { readonly kind: 'typed' | 'listed' | 'own' }
    | { readonly kind: 'fixed'; readonly name: string; readonly code: string };
}) {
  const t = useTranslations('subscription');
  const format = useFormat();
  return (
    <FormSection title={t('plan')}>
      <ChoiceField
        name="bundle"
        label={t('bundle')}
        of={bundles.map(({ code, name, signatures, custody }) => ({
          value: code,
          label: name,
          text: t('bundleText', { n: signatures, count: format.count(signatures), custody: String(custody) }),
        }))}
      />
      {partner.kind === 'typed' ? (
        <TextField name="partner" label={t('partner')} help={t('partnerHelp')} inputClass="id max-w-64" optional />
      ) : null}
      {partner.kind === 'listed' ? <CompanyField name="partner" label={t('partnerOrNone')} list="partners" /> : null}
      {partner.kind === 'fixed' ? (
        <>
          <input type="hidden" name="partner" value={partner.code} />
          <p className="text-13">
            {t.rich('partnerFixed', { name: partner.name, code: partner.code, b: (chunks) => <b>{chunks}</b> })}
          </p>
        </>
      ) : null}
    </FormSection>
  );
}
