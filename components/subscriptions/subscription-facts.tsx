import { getTranslations } from 'next-intl/server';
import { Facts } from '@/components/ui/facts';
import { getFormat } from '@/lib/format/server';
import type { SubscriptionDetail } from '@/lib/services/subscriptions/schemas';

/** What a company said of itself. */
export async function SubscriptionFacts({ subscription }: { subscription: SubscriptionDetail }) {
  const [t, d, format] = await Promise.all([
    getTranslations('subscription'),
    getTranslations('directory'),
    getFormat(),
  ]);
  const { kind, partner, bundle, type, email, contact, invoiceAddress, language, registeredAt } = subscription;
  const named = (of: { name: string; type: string }) => `${of.name}, ${d(`type.${of.type}` as 'type.RESELLER')}`;
  return (
    <Facts
      of={[
        [t('kind'), kind === 'issuer' ? d('kind.issuer') : d('kind.partner')],
        ...(kind === 'issuer'
          ? ([
              [t('partner'), partner ? named(partner) : d('direct')],
              [t('bundle'), bundle],
            ] as const)
          : ([[t('kindLabel'), type && type !== 'HOUSE' ? d(`type.${type}`) : null]] as const)),
        [t('email'), email],
        [t('contact'), <bdi key="contact">{contact}</bdi>],
        [
          t('invoiceAddress'),
          <bdi key="address" className="whitespace-pre-line">
            {invoiceAddress}
          </bdi>,
        ],
        [t('language'), t(`languages.${language}`)],
        [
          t('receivedAt'),
          <time key="at" dateTime={new Date(registeredAt).toISOString()} title={format.tooltip(registeredAt)}>
            {format.full(registeredAt)} <span className="q">{format.zone(registeredAt)}</span>
          </time>,
        ],
      ]}
    />
  );
}
