'use client';

import { useTranslations } from 'next-intl';
import type { Bars } from '@/components/charts/bars';
import type { ConsumptionFilter } from '@/lib/domain/consumption';
import { heightOf, type SeriesPeriod } from '@/lib/domain/consumption-series';
import { type ConsumptionView, filterOf, spanOf } from '@/lib/domain/consumption-view';
import { useFormat } from '@/lib/format/use-format';
import { FigureLink } from './figure-link';

interface Cell {
  readonly count: number;
  readonly filter: ConsumptionFilter | null;
}

/** The numbers of a chart, newest first; each opens its operations. */
export function PeriodTable({
  view,
  part,
  data,
  caption,
}: {
  view: ConsumptionView;
  part: 'months' | 'days';
  data: Bars;
  caption: string;
}) {
  const t = useTranslations('dashboard');
  const f = useFormat();
  const columns =
    view.split === 'none'
      ? (['signedItems', 'requests', 'failures'] as const).map((id) => ({ id, name: t(`columns.${id}`) }))
      : [...data.series.map(({ ink, name }) => ({ id: String(ink), name })), { id: 'total', name: t('columns.total') }];
  const rows = view[part].periods
    .map((period, index) => ({ title: data.bars[index]?.title ?? period[0], cells: cellsOf(view, period) }))
    .toReversed();
  return (
    <section className="twin" aria-label={caption}>
      <table className="legend">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t(`${part}.column`)}</th>
            {columns.map(({ id, name }) => (
              <th key={id} scope="col" className="num">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ title, cells }) => (
            <tr key={title}>
              <th scope="row">{title}</th>
              {cells.map(({ count, filter }, index) => (
                <td key={columns[index]?.id} className="num">
                  <FigureLink filter={filter} count={count}>
                    {f.count(count)}
                  </FigureLink>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function cellsOf(view: ConsumptionView, period: SeriesPeriod): Cell[] {
  const [name, values, signedItems, operations, failures] = period;
  const range = spanOf(view, name);
  if (view.split === 'none') {
    return [
      { count: signedItems, filter: range },
      { count: operations, filter: range },
      { count: failures, filter: { ...range, status: 'FAILED' } },
    ];
  }
  const parts = view.series.map(({ key }, index) => ({
    count: values[index] ?? 0,
    filter: filterOf(range, view.split, key),
  }));
  return [...parts, { count: heightOf(period), filter: range }];
}
