'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Hatches } from '@/components/charts/hatches';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHead } from '@/components/ui/page-head';
import type { ConsumptionQuery, ConsumptionSplit } from '@/lib/domain/consumption';
import { monthToDate } from '@/lib/domain/consumption-calendar';
import type { ConsumptionView } from '@/lib/domain/consumption-view';
import { useFormat } from '@/lib/format/use-format';
import { paths } from '@/lib/paths';
import { addressOf, everything } from './address';
import { BreakdownTable } from './breakdown-table';
import { ConsumptionCards } from './consumption-cards';
import { ConsumptionControls } from './consumption-controls';
import { DayPanel } from './day-panel';
import { FailureTable } from './failure-table';
import { FailuresNow } from './failures-now';
import { MonthPanel } from './month-panel';
import { Narrowed } from './narrowed';

/**
 * The dashboard. Wants the namespaces `dashboard` and `vocabulary`. `splits` are those the role has a use for, `watches`
 * whether it is told what fails now. One client component fed with rows: its charts' tables would travel twice if the
 * server wrote them.
 */
export function Dashboard({
  view,
  query,
  splits,
  watches,
}: {
  view: ConsumptionView;
  query: ConsumptionQuery;
  splits: readonly ConsumptionSplit[];
  watches: boolean;
}) {
  const t = useTranslations('dashboard');
  const f = useFormat();
  const { from, to } = monthToDate(view.today);
  return (
    <>
      <PageHead
        title={t('title')}
        sub={t('subtitle', { period: f.rangeLong(from, to), zone: view.timeZone, time: f.until(view.now, view.now) })}
      >
        <ConsumptionControls today={view.today} query={query} splits={splits} />
      </PageHead>
      <Narrowed view={view} query={query} />
      {watches ? <FailuresNow view={view} /> : null}
      <ConsumptionCards view={view} watches={watches} />
      {view.empty ? (
        <div className="row grow">
          <Nothing view={view} query={query} />
        </div>
      ) : (
        <Charts view={view} query={query} />
      )}
    </>
  );
}

function Nothing({ view, query }: { view: ConsumptionView; query: ConsumptionQuery }) {
  const t = useTranslations('dashboard');
  if (view.narrowed.length === 0) {
    return (
      <EmptyState kind="nothing" title={t('empty.title')} text={t('empty.text')}>
        <Link className="btn" href={paths.operations()} prefetch={false}>
          {t('empty.open')}
        </Link>
      </EmptyState>
    );
  }
  return (
    <EmptyState kind="filter" title={t('empty.filtered')} text={t('empty.filteredText')}>
      <Link className="btn" href={addressOf({ ...query, ...everything })} prefetch={false}>
        {t('only.clearAll')}
      </Link>
    </EmptyState>
  );
}

function Charts({ view, query }: { view: ConsumptionView; query: ConsumptionQuery }) {
  return (
    <>
      <Hatches />
      <div className={view.breakdown ? 'row halves' : 'row'}>
        <MonthPanel view={view} query={query} />
        {view.breakdown ? <BreakdownTable view={view} query={query} breakdown={view.breakdown} /> : null}
      </div>
      <div className="row halves grow">
        <DayPanel view={view} query={query} />
        <FailureTable view={view} query={query} />
      </div>
    </>
  );
}
