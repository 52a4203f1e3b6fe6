import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { OwnNameForm } from '@/components/profile/name-form';
import { ProfileFacts } from '@/components/profile/profile-facts';
import { ProfileForm } from '@/components/profile/profile-form';
import { ProfileHead } from '@/components/profile/profile-head';
import { Button } from '@/components/ui/button';
import { requireActor } from '@/lib/auth/current-actor';
import { Messages } from '@/lib/i18n/client-messages';
import { paths } from '@/lib/paths';
import { profileView } from '@/lib/services/profile/view';
import { readAll } from '@/lib/services/read-all';
import { rename, signOut, updateProfile } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('profile');
  return { title: t('title') };
}

export default async function ProfilePage() {
  const actor = await requireActor(paths.profile());
  const { profile } = await readAll(actor, { profile: [profileView, {}] });
  const { language, theme, version, lastSignInAt } = profile;
  const t = await getTranslations('profile');
  return (
    <>
      <ProfileHead current={paths.profile()} />
      <section className="sec" aria-labelledby="account">
        <h2 id="account" className="h2 mb-3">
          {t('account')}
        </h2>
        <ProfileFacts actor={actor} lastSignInAt={lastSignInAt} />
        <div className="mt-4">
          <Messages of={['forms', 'profile']}>
            <OwnNameForm key={version} profile={{ name: actor.name, version }} action={rename} />
          </Messages>
        </div>
      </section>
      <section className="sec" aria-labelledby="settings">
        <h2 id="settings" className="h2 mb-3">
          {t('settings')}
        </h2>
        <Messages of={['profile']}>
          <ProfileForm settings={{ language, theme, version }} action={updateProfile} />
        </Messages>
      </section>
      <section className="sec" aria-labelledby="session">
        <h2 id="session" className="h2 mb-1">
          {t('session')}
        </h2>
        <p className="s mb-3 text-13">{t('sessionText')}</p>
        <form action={signOut}>
          <Button type="submit" icon="leave">
            {t('signOut')}
          </Button>
        </form>
      </section>
    </>
  );
}
