import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/detail/card';
import { OwnSessions } from '@/components/profile/own-sessions';
import { PasswordForm } from '@/components/profile/password-form';
import { ProfileHead } from '@/components/profile/profile-head';
import { SecondFactor } from '@/components/profile/second-factor';
import { Notice } from '@/components/ui/notice';
import { requireActor } from '@/lib/auth/current-actor';
import { Messages } from '@/lib/i18n/client-messages';
import { paths } from '@/lib/paths';
import { ownSessions } from '@/lib/services/profile/sessions';
import { readAll } from '@/lib/services/read-all';
import { secondFactorView } from '@/lib/services/second-factor/view';
import { begin, changePassword, confirm, endSession, remove, renewCodes } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('profile'))('tab.security') };
}

/** How one signs in: password, second factor, and where one is signed in now. */
export default async function SecurityPage() {
  const actor = await requireActor(paths.security());
  const { factor, sessions } = await readAll(actor, { factor: [secondFactorView, {}], sessions: [ownSessions, {}] });
  const t = await getTranslations('profile');
  return (
    <Messages of={['forms', 'profile']}>
      <ProfileHead current={paths.security()} />
      {actor.mustEnrol ? (
        <div className="px-(--gutter) pt-3">
          <Notice tone="attention">{t('factor.mustEnrol')}</Notice>
        </div>
      ) : null}
      <div className="split">
        <div className="flex flex-col">
          <Card id="factor" title={t('factor.title')}>
            <SecondFactor factor={factor} actions={{ begin, confirm, remove, renewCodes }} />
          </Card>
          <Card id="password" title={t('password.title')}>
            <PasswordForm email={actor.email} action={changePassword} />
          </Card>
        </div>
        <Card id="sessions" title={t('sessions.title')}>
          <OwnSessions sessions={sessions} action={endSession} />
        </Card>
      </div>
    </Messages>
  );
}
