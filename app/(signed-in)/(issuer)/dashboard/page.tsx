import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Dashboard } from '@/components/dashboard/dashboard';
import { Breadcrumbs } from '@/components/ui/page-head';
import { requireActor } from '@/lib/auth/current-actor';
import { readConsumptionQuery, splitsOf } from '@/lib/domain/consumption';
import { prepareConsumption } from '@/lib/domain/consumption-view';
import { Messages } from '@/lib/i18n/client-messages';
import { paths } from '@/lib/paths';
import { consumption } from '@/lib/services/dashboard/consumption';
import { readAll } from '@/lib/services/read-all';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('dashboard'))('title') };
}

/** Consumption by day and month, in the operator's scope. */
export default async function DashboardPage({ searchParams }: PageProps<'/dashboard'>) {
  const actor = await requireActor(paths.dashboard());
  const query = readConsumptionQuery(await searchParams, actor.role);
  const { data } = await readAll(actor, { data: [consumption, query] });
  const shell = await getTranslations('shell');
  return (
    <>
      <Breadcrumbs label={shell('breadcrumbs')} of={[{ label: shell('sections.consumption') }]} />
      <Messages of={['dashboard', 'vocabulary']}>
        <Dashboard
          view={prepareConsumption(data, query)}
          query={query}
          splits={splitsOf(actor.role, query)}
          watches={actor.role === 'administrator'}
        />
      </Messages>
    </>
  );
}
