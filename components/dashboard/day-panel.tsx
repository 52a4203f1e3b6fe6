'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { ConsumptionQuery } from '@/lib/domain/consumption';
import { consumptionDays } from '@/lib/domain/consumption-choices';
import { heightOf } from '@/lib/domain/consumption-series';
import type { ConsumptionView } from '@/lib/domain/consumption-view';
import type { Formatter } from '@/lib/format/formatter';
import { useFormat } from '@/lib/format/use-format';
import { addressOf } from './address';
import { countedColumn, dayBars } from './chart-bars';
import { ChartPanel } from './chart-panel';
import { ExportTable } from './export-table';
import { SegmentLinks } from './segment-links';
import { useNames } from './use-names';

/** Consumption by day with its average; today is provisional. */
export function DayPanel({ view, query }: { view: ConsumptionView; query: ConsumptionQuery }) {
  const t = useTranslations('dashboard');
  const f = useFormat();
  const nameOf = useNames(view);
  const sumName = t(`columns.${countedColumn(view)}`);
  const { days, now, today, split } = view;
  const data = useMemo(() => {
    const titleOf = (day: string, provisional: boolean) =>
      provisional ? t('days.until', { day: f.weekday(day), time: f.until(now, now) }) : f.weekday(day);
    return dayBars(view, f, { nameOf, titleOf, sumName });
  }, [view, now, f, t, nameOf, sumName]);
  const first = days.periods[0]?.[0] ?? today;
  const period = f.range(first, today);
  return (
    <ChartPanel
      view={view}
      part="days"
      data={data}
      title={t('days.title')}
      counted={period}
      hint={
        <span className="key desk-only">
          <svg aria-hidden="true">
            <line className="avg" x1="0" x2="14" y1="5" y2="5" />
          </svg>
          {t('days.average', { count: f.count(Math.round(days.average)) })}
        </span>
      }
      length={
        <SegmentLinks
          label={t('days.length')}
          value={query.days}
          choices={consumptionDays.map((value) => ({ value, label: f.count(value) }))}
          address={(days) => addressOf({ ...query, days })}
        />
      }
      tool={<ExportTable table="days" query={query} />}
      summary={summaryOf(view, t, f)}
      caption={t('days.table', { counted: t(`counted.${split}`), period })}
    />
  );
}

function summaryOf(
  { days, split }: ConsumptionView,
  t: ReturnType<typeof useTranslations<'dashboard'>>,
  f: Formatter,
): string {
  const { periods, highest, average } = days;
  const peak = highest === null ? undefined : periods[highest];
  const last = periods.at(-1);
  const window = {
    counted: t(`counted.${split}`),
    from: f.dayLong(periods[0]?.[0] ?? ''),
    to: f.dayLong(last?.[0] ?? ''),
  };
  if (!peak || !last) return t('days.summaryEmpty', window);
  return t('days.summary', {
    ...window,
    average: f.count(Math.round(average)),
    highest: f.dayShort(peak[0]),
    figure: f.count(heightOf(peak)),
    now: f.count(heightOf(last)),
  });
}
