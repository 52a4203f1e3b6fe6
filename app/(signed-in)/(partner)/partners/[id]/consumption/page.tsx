import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CompanyHead } from '@/components/companies/company-head';
import { Dashboard } from '@/components/dashboard/dashboard';
import { readConsumptionQuery, splitsOf } from '@/lib/domain/consumption';
import { prepareConsumption } from '@/lib/domain/consumption-view';
import { Messages } from '@/lib/i18n/client-messages';
import { consumption } from '@/lib/services/dashboard/consumption';
import { readAll } from '@/lib/services/read-all';
import { partnerPage } from '../../../../found';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('company'))('tab.consumption') };
}

/** The consumption of one partner; what is chosen there leads on to the dashboard, narrowed to it. */
export default async function PartnerConsumptionPage({
  params,
  searchParams,
}: PageProps<'/partners/[id]/consumption'>) {
  const { id } = await params;
  const { actor, company } = await partnerPage(id, 'consumption');
  const query = readConsumptionQuery({ ...(await searchParams), partner: id }, actor.role);
  const { data } = await readAll(actor, { data: [consumption, query] });
  return (
    <>
      <CompanyHead company={company} role={actor.role} tab="consumption" />
      <Messages of={['dashboard', 'vocabulary']}>
        <Dashboard
          view={prepareConsumption(data, query)}
          query={query}
          splits={splitsOf(actor.role, query)}
          watches={false}
        />
      </Messages>
    </>
  );
}
