import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Activity } from '@/components/activity/activity';
import { CompanyHead } from '@/components/companies/company-head';
import { Dashboard } from '@/components/dashboard/dashboard';
import { OperationsList } from '@/components/operations/operations-list';
import type { CompanyKind } from '@/lib/domain/company';
import { readConsumptionQuery, splitsOf } from '@/lib/domain/consumption';
import { prepareConsumption } from '@/lib/domain/consumption-view';
import type { RawParams } from '@/lib/domain/list-reader';
import { Messages } from '@/lib/i18n/client-messages';
import { paths } from '@/lib/paths';
import { listActivity } from '@/lib/services/activity/list';
import { consumption } from '@/lib/services/dashboard/consumption';
import { readAll } from '@/lib/services/read-all';
import { cursorOf } from './activity-cursor';
import { companyPage } from './found';
import { operationsProps } from './operations-props';

type Given = { readonly params: Promise<{ id: string }>; readonly searchParams: Promise<RawParams> };
type TabName =
  | 'issuers'
  | 'certificates'
  | 'wallets'
  | 'operators'
  | 'accesses'
  | 'operations'
  | 'consumption'
  | 'activity';

/** Names a tab of a company. */
export const tabTitle = (tab: TabName) => async (): Promise<Metadata> => ({
  title: (await getTranslations('company'))(`tab.${tab}`),
});

/** The operations of one company. */
export async function companyOperations(kind: CompanyKind, { params, searchParams }: Given): Promise<ReactNode> {
  const { id } = await params;
  const { actor, company } = await companyPage(kind, id, 'operations');
  const at = paths.companyOf(kind, id, 'operations');
  const props = await operationsProps(actor, { params: await searchParams, at, narrow: { [kind]: id } });
  return (
    <>
      <CompanyHead company={company} role={actor.role} tab="operations" />
      <Messages of={['lists', 'operationList', 'vocabulary']}>
        <OperationsList {...props} />
      </Messages>
    </>
  );
}

/** The consumption of one company; what is chosen there leads on to the dashboard, narrowed to it. */
export async function companyConsumption(kind: CompanyKind, { params, searchParams }: Given): Promise<ReactNode> {
  const { id } = await params;
  const { actor, company } = await companyPage(kind, id, 'consumption');
  const query = readConsumptionQuery({ ...(await searchParams), [kind]: id }, actor.role);
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

/** What happened in one company. */
export async function companyActivity(kind: CompanyKind, { params, searchParams }: Given): Promise<ReactNode> {
  const { id } = await params;
  const { actor, company } = await companyPage(kind, id, 'activity');
  const before = cursorOf(await searchParams);
  const { page } = await readAll(actor, { page: [listActivity, { of: 'company', id, before }] });
  const address = (from: string | null) => paths.companyOf(kind, id, 'activity', { before: from });
  return (
    <>
      <CompanyHead company={company} role={actor.role} tab="activity" />
      <Activity page={page} before={before} address={address} />
    </>
  );
}
