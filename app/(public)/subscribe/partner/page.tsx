import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { SubscribePartnerForm } from '@/components/subscriptions/subscribe-form';
import { languageOf } from '@/lib/i18n/language';
import { SubscribeFrame } from '../frame';
import { subscribe } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('subscription'))('partnerTitle') };
}

/** The subscription of a partner. */
export default async function SubscribePartnerPage() {
  const t = await getTranslations('subscription');
  return (
    <SubscribeFrame title={t('partnerTitle')} lead={t('partnerLead')}>
      <SubscribePartnerForm action={subscribe} language={languageOf(await getLocale()) ?? 'pt'} />
    </SubscribeFrame>
  );
}
