import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Activity } from '@/components/activity/activity';
import { AuthorityHead } from '@/components/authorities/authority-head';
import { paths } from '@/lib/paths';
import { listActivity } from '@/lib/services/activity/list';
import { readAll } from '@/lib/services/read-all';
import { cursorOf } from '../../../../../activity-cursor';
import { authorityPage } from '../../../../../found';

type Props = PageProps<'/configuration/authorities/[id]/activity'>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('authority'))('tab.activity') };
}

/** What was done to a certificate authority. */
export default async function AuthorityActivityPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { actor, authority } = await authorityPage(id, 'activity');
  const before = cursorOf(await searchParams);
  const { page } = await readAll(actor, { page: [listActivity, { of: 'thing', id, before }] });
  return (
    <>
      <AuthorityHead authority={authority} tab="activity" />
      <Activity page={page} before={before} address={(from) => paths.authority(id, 'activity', { before: from })} />
    </>
  );
}
