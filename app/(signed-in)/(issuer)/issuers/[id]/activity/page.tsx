import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Activity } from '@/components/activity/activity';
import { CompanyHead } from '@/components/companies/company-head';
import { paths } from '@/lib/paths';
import { listActivity } from '@/lib/services/activity/list';
import { readAll } from '@/lib/services/read-all';
import { cursorOf } from '../../../../activity-cursor';
import { issuerPage } from '../../../../found';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('company'))('tab.activity') };
}

/** What happened in one issuer. */
export default async function IssuerActivityPage({ params, searchParams }: PageProps<'/issuers/[id]/activity'>) {
  const { id } = await params;
  const { actor, company } = await issuerPage(id, 'activity');
  const before = cursorOf(await searchParams);
  const { page } = await readAll(actor, { page: [listActivity, { of: 'company', id, before }] });
  return (
    <>
      <CompanyHead company={company} role={actor.role} tab="activity" />
      <Activity page={page} before={before} address={(from) => paths.issuer(id, 'activity', { before: from })} />
    </>
  );
}
