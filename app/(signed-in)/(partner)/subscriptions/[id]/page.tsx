import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/detail/card';
import { DetailHead } from '@/components/detail/detail-head';
import { Decide } from '@/components/subscriptions/decide';
import { SubscriptionFacts } from '@/components/subscriptions/subscription-facts';
import { StatusChip } from '@/components/ui/chip';
import { Facts } from '@/components/ui/facts';
import { Breadcrumbs } from '@/components/ui/page-head';
import { Messages } from '@/lib/i18n/client-messages';
import { paths } from '@/lib/paths';
import { subscriptionPage } from '../../../found';
import { approve, reject } from './actions';

export async function generateMetadata({ params }: PageProps<'/subscriptions/[id]'>): Promise<Metadata> {
  return { title: (await subscriptionPage((await params).id)).subscription.name };
}

/** One company that awaits its validation: who it is, and the decision. */
export default async function SubscriptionPage({ params }: PageProps<'/subscriptions/[id]'>) {
  const { actor, subscription } = await subscriptionPage((await params).id);
  const [t, v, d, shell] = await Promise.all([
    getTranslations('subscription'),
    getTranslations('vocabulary'),
    getTranslations('directory'),
    getTranslations('shell'),
  ]);
  const { id, name, code, status, operators, decides } = subscription;
  return (
    <>
      <Breadcrumbs
        label={shell('breadcrumbs')}
        of={[{ label: d('subscriptions.title'), href: paths.subscriptions() }, { label: name }]}
      />
      <Messages of={['forms', 'subscription']}>
        <DetailHead
          name={name}
          code={code}
          chip={<StatusChip status={status} label={v(`status.${status}`)} />}
          words={{ copy: t('copy'), copied: t('copied'), tabs: '' }}
          current={paths.subscription(id)}
        >
          {decides && !actor.readOnly ? <Decide subscription={subscription} approve={approve} reject={reject} /> : null}
        </DetailHead>
      </Messages>
      <div className="split">
        <Card id="company" title={t('company')}>
          <SubscriptionFacts subscription={subscription} />
        </Card>
        <Card id="operator" title={t('operator')}>
          <Facts
            of={operators.flatMap(
              (each) =>
                [
                  [t('operatorName'), <bdi key={each.id}>{each.name}</bdi>],
                  [t('operatorEmail'), each.email],
                ] as const,
            )}
          />
        </Card>
      </div>
    </>
  );
}
