import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Activity } from '@/components/activity/activity';
import { CompanyHead } from '@/components/companies/company-head';
import { paths } from '@/lib/paths';
import { listActivity } from '@/lib/services/activity/list';
import { readAll } from '@/lib/services/read-all';
import { cursorOf } from '../../../../activity-cursor';
import { partnerPage } from '../../../../found';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('company'))('tab.activity') };
}

/** What happened in one partner. */
export default async function PartnerActivityPage({ params, searchParams }: PageProps<'/partners/[id]/activity'>) {
  const { id } = await params;
  const { actor, company } = await partnerPage(id, 'activity');
  const before = cursorOf(await searchParams);
  const { page } = await readAll(actor, { page: [listActivity, { of: 'company', id, before }] });
  return (
    <>
      <CompanyHead company={company} role={actor.role} tab="activity" />
      <Activity page={page} before={before} address={(from) => paths.partner(id, 'activity', { before: from })} />
    </>
  );
}
