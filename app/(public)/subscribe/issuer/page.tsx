import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { SubscribeIssuerForm } from '@/components/subscriptions/subscribe-form';
import { languageOf } from '@/lib/i18n/language';
import { bundlesForGuests } from '@/lib/services/subscriptions/bundles';
import { partnerOfLink } from '@/lib/services/subscriptions/subscribe';
import { SubscribeFrame } from '../frame';
import { subscribe } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('subscription'))('issuerTitle') };
}

/** The subscription of an issuer. A partner's link fills in its code and locks it, and may name a bundle. */
export default async function SubscribeIssuerPage({ searchParams }: PageProps<'/subscribe/issuer'>) {
  const { partner, bundle } = await searchParams;
  const language = languageOf(await getLocale()) ?? 'pt';
  const [t, bundles, named] = await Promise.all([
    getTranslations('subscription'),
    bundlesForGuests(language),
    typeof partner === 'string' ? partnerOfLink(partner.slice(0, 40)) : null,
  ]);
  return (
    <SubscribeFrame title={t('issuerTitle')} lead={t('issuerLead')}>
      <SubscribeIssuerForm
        action={subscribe}
        language={language}
        bundles={bundles}
        bundle={typeof bundle === 'string' ? bundle : ''}
        partner={named}
      />
    </SubscribeFrame>
  );
}
