import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { GeneralFacts, RuleFacts, ServiceFacts } from '@/components/authorities/authority-facts';
import { AuthorityHead } from '@/components/authorities/authority-head';
import { AuthorityStatus } from '@/components/authorities/authority-status';
import { CheckConnection } from '@/components/authorities/check-connection';
import { Connection } from '@/components/authorities/connection';
import { Card } from '@/components/detail/card';
import { Messages } from '@/lib/i18n/client-messages';
import { paths } from '@/lib/paths';
import { authorityPage } from '../../../../found';
import { changeStatus, check } from './actions';

export async function generateMetadata({ params }: PageProps<'/configuration/authorities/[id]'>): Promise<Metadata> {
  return { title: (await authorityPage((await params).id)).authority.name };
}

/** One certificate authority: how it is reached, how it answers, what hangs on it. */
export default async function AuthorityPage({ params }: PageProps<'/configuration/authorities/[id]'>) {
  const { authority } = await authorityPage((await params).id);
  const t = await getTranslations('authority');
  const edit = { href: paths.authority(authority.id, 'edit'), label: t('edit') };
  return (
    <Messages of={['forms', 'authority']}>
      <AuthorityHead authority={authority} tab="">
        <AuthorityStatus authority={authority} action={changeStatus} />
      </AuthorityHead>
      <div className="split">
        <div>
          <Card id="general" title={t('general')}>
            <GeneralFacts authority={authority} />
          </Card>
          <Card id="service" title={t('service')} edit={edit}>
            <ServiceFacts authority={authority} />
          </Card>
          <Card id="rule" title={t('rule')}>
            <RuleFacts authority={authority} />
          </Card>
        </div>
        <Card id="connection" title={t('connection')}>
          <Connection authority={authority} />
          <div className="mt-4">
            <CheckConnection id={authority.id} underWay={authority.check.underWay} action={check} />
          </div>
        </Card>
      </div>
    </Messages>
  );
}
