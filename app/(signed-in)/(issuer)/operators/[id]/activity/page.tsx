import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Activity } from '@/components/activity/activity';
import { OperatorHead } from '@/components/operators/operator-head';
import { paths } from '@/lib/paths';
import { listActivity } from '@/lib/services/activity/list';
import { readAll } from '@/lib/services/read-all';
import { cursorOf } from '../../../../activity-cursor';
import { operatorPage } from '../../../../found';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('operator'))('tab.activity') };
}

/** What was done to an operator's account. */
export default async function OperatorActivityPage({ params, searchParams }: PageProps<'/operators/[id]/activity'>) {
  const { id } = await params;
  const { actor, operator } = await operatorPage(id, 'activity');
  const before = cursorOf(await searchParams);
  const { page } = await readAll(actor, { page: [listActivity, { of: 'thing', id, before }] });
  return (
    <>
      <OperatorHead operator={operator} tab="activity" />
      <Activity page={page} before={before} address={(from) => paths.operator(id, 'activity', { before: from })} />
    </>
  );
}
