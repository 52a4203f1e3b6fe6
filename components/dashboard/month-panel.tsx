'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { ConsumptionQuery } from '@/lib/domain/consumption';
import { consumptionMonths } from '@/lib/domain/consumption-choices';
import { heightOf } from '@/lib/domain/consumption-series';
import type { ConsumptionView } from '@/lib/domain/consumption-view';
import type { Formatter } from '@/lib/format/formatter';
import { useFormat } from '@/lib/format/use-format';
import { addressOf } from './address';
import { countedColumn, monthBars } from './chart-bars';
import { ChartPanel } from './chart-panel';
import { ExportTable } from './export-table';
import { SegmentLinks } from './segment-links';
import { useNames } from './use-names';

/** Consumption by month, the running one provisional. */
export function MonthPanel({ view, query }: { view: ConsumptionView; query: ConsumptionQuery }) {
  const t = useTranslations('dashboard');
  const f = useFormat();
  const nameOf = useNames(view);
  const sumName = t(`columns.${countedColumn(view)}`);
  const data = useMemo(() => {
    const titleOf = (month: string, provisional: boolean) =>
      provisional ? t('months.soFar', { month: f.month(month) }) : f.month(month);
    return monthBars(view, f, { nameOf, titleOf, sumName });
  }, [view, f, t, nameOf, sumName]);
  return (
    <ChartPanel
      view={view}
      part="months"
      data={data}
      title={t('months.title')}
      counted={t(`counted.${view.split}`)}
      hint={
        <span className="key desk-only">
          <svg aria-hidden="true">
            <rect className="c1 provisional" width="14" height="10" />
          </svg>
          {t('months.running')}
        </span>
      }
      length={
        <SegmentLinks
          label={t('months.length')}
          value={query.months}
          choices={consumptionMonths.map((value) => ({ value, label: f.count(value) }))}
          address={(months) => addressOf({ ...query, months })}
        />
      }
      tool={<ExportTable table="months" query={query} />}
      summary={summaryOf(view, t, f)}
      caption={t('months.table', windowOf(view, t, f))}
    />
  );
}

type Words = ReturnType<typeof useTranslations<'dashboard'>>;

function windowOf({ months, split }: ConsumptionView, t: Words, f: Formatter) {
  return {
    counted: t(`counted.${split}`),
    from: f.month(months.periods[0]?.[0] ?? ''),
    to: f.month(months.periods.at(-1)?.[0] ?? ''),
  };
}

function summaryOf(view: ConsumptionView, t: Words, f: Formatter): string {
  const { periods, highest } = view.months;
  const peak = highest === null ? undefined : periods[highest];
  const last = periods.at(-1);
  if (!peak || !last) return t('months.summaryEmpty', windowOf(view, t, f));
  return t('months.summary', {
    ...windowOf(view, t, f),
    highest: f.month(peak[0]),
    figure: f.count(heightOf(peak)),
    running: f.month(last[0]),
    now: f.count(heightOf(last)),
  });
}
