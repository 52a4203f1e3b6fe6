'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useMemo, useState } from 'react';
import { BarPlot } from '@/components/charts/bar-plot';
import type { Bars } from '@/components/charts/bars';
import { Segmented } from '@/components/ui/segmented';
import { type ConsumptionView, filterOf, spanOf } from '@/lib/domain/consumption-view';
import { useFormat } from '@/lib/format/use-format';
import { paths } from '@/lib/paths';
import { PeriodTable } from './period-table';

// Four figures stand beside the axis whole, more are shortened.
const longestWhole = 10_000;

/** A chart and its twin, a table with the same numbers; `part` says which of the view's two charts it is. */
export function ChartPanel({
  view,
  part,
  data,
  title,
  counted,
  hint,
  length,
  tool,
  summary,
  caption,
}: {
  view: ConsumptionView;
  part: 'months' | 'days';
  data: Bars;
  title: string;
  counted: string;
  hint: ReactNode;
  length: ReactNode;
  tool: ReactNode;
  summary: string;
  caption: string;
}) {
  const t = useTranslations('dashboard');
  const f = useFormat();
  const router = useRouter();
  const [shown, show] = useState<'chart' | 'table'>('chart');
  const open = useMemo(
    () => (bar: number, series: number) => {
      const period = view[part].periods[bar]?.[0];
      const key = view.series[series]?.key;
      const filter = period && key !== undefined ? filterOf(spanOf(view, period), view.split, key) : null;
      if (filter) router.push(paths.operations(filter));
    },
    [view, part, router],
  );
  return (
    <section className="panel" aria-label={title}>
      <div className="bar">
        <h2 className="h2 grow">
          {title} <span className="q">{counted}</span>
        </h2>
        {hint}
        {length}
        <Segmented
          label={`${t('view.label')}: ${title}`}
          value={shown}
          choices={[
            { value: 'chart', label: t('view.chart') },
            { value: 'table', label: t('view.table') },
          ]}
          onChange={show}
        />
        {tool}
      </div>
      {shown === 'chart' ? (
        <BarPlot
          data={data}
          summary={summary}
          axisFigure={data.scale.max > longestWhole ? f.compact : f.count}
          figure={f.count}
          onOpen={open}
        />
      ) : (
        <PeriodTable view={view} part={part} data={data} caption={caption} />
      )}
    </section>
  );
}
