import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/detail/card';
import { EndSessions } from '@/components/operators/end-sessions';
import { InvitationCard } from '@/components/operators/invitation-card';
import { NameForm } from '@/components/operators/name-form';
import { OpenSessions } from '@/components/operators/open-sessions';
import { OperatorActions } from '@/components/operators/operator-actions';
import { OperatorFacts } from '@/components/operators/operator-facts';
import { OperatorHead } from '@/components/operators/operator-head';
import { RedefinePassword } from '@/components/operators/redefine-password';
import { Notice } from '@/components/ui/notice';
import { Messages } from '@/lib/i18n/client-messages';
import { operatorPage } from '../../../found';
import { changeStatus, endSessions, redefine, rename, resend, revoke } from './actions';

export async function generateMetadata({ params }: PageProps<'/operators/[id]'>): Promise<Metadata> {
  return { title: (await operatorPage((await params).id)).operator.name };
}

/** One operator: who it is, and what may be done with the account. */
export default async function OperatorPage({ params }: PageProps<'/operators/[id]'>) {
  const { actor, operator } = await operatorPage((await params).id);
  const t = await getTranslations('operator');
  const changes = operator.touchable && !actor.readOnly;
  return (
    <Messages of={['forms', 'operator']}>
      <OperatorHead operator={operator} tab="">
        {changes ? <OperatorActions operator={operator} action={changeStatus} /> : null}
      </OperatorHead>
      {operator.oneself ? (
        <div className="px-(--gutter) pt-3">
          <Notice>{t('oneself')}</Notice>
        </div>
      ) : null}
      <div className="split">
        <div className="flex flex-col">
          <Card id="general" title={t('general')}>
            <OperatorFacts operator={operator} reader={actor.role} />
          </Card>
          {changes ? <NameForm operator={operator} action={rename} /> : null}
        </div>
        {operator.touchable && operator.status === 'registered' ? (
          <Card id="invitation" title={t('invitation.card')}>
            {changes ? <InvitationCard operator={operator} resend={resend} revoke={revoke} /> : null}
          </Card>
        ) : null}
        {operator.touchable && operator.status !== 'registered' ? (
          <Card id="sessions" title={t('sessions')}>
            <OpenSessions sessions={operator.sessions} />
            {changes && operator.sessions.length > 0 ? (
              <p className="mt-4">
                <EndSessions operator={operator} count={operator.sessions.length} action={endSessions} />
              </p>
            ) : null}
            {changes && operator.status === 'active' && !operator.oneself ? (
              <p className="mt-4">
                <RedefinePassword operator={operator} action={redefine} />
              </p>
            ) : null}
          </Card>
        ) : null}
      </div>
    </Messages>
  );
}
