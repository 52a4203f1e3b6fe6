import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Activity } from '@/components/activity/activity';
import { ProfileHead } from '@/components/profile/profile-head';
import { requireActor } from '@/lib/auth/current-actor';
import { paths } from '@/lib/paths';
import { ownActivity } from '@/lib/services/activity/list';
import { readAll } from '@/lib/services/read-all';
import { cursorOf } from '../../../activity-cursor';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('profile'))('tab.activity') };
}

/** What one did oneself. */
export default async function OwnActivityPage({ searchParams }: PageProps<'/profile/activity'>) {
  const actor = await requireActor(paths.ownActivity());
  const before = cursorOf(await searchParams);
  const { page } = await readAll(actor, { page: [ownActivity, { before }] });
  return (
    <>
      <ProfileHead current={paths.ownActivity()} />
      <Activity page={page} before={before} address={(from) => paths.ownActivity({ before: from })} />
    </>
  );
}
