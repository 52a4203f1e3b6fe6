'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { inkClass } from '@/components/charts/bars';
import type { Breakdown, BreakdownRow } from '@/lib/domain/consumption-breakdown';
import { monthOf, monthToDate, sameDaysOfLastMonth } from '@/lib/domain/consumption-calendar';
import { type ConsumptionView, filterOf } from '@/lib/domain/consumption-view';
import { useFormat } from '@/lib/format/use-format';
import { FigureLink } from './figure-link';
import { useChange } from './use-change';
import { useNames } from './use-names';

/** The legend of the split: each part of the running month with its share and its change, and all of the rest. */
export function BreakdownTable({ view, breakdown }: { view: ConsumptionView; breakdown: Breakdown }) {
  const t = useTranslations('dashboard');
  const f = useFormat();
  const change = useChange();
  const [whole, showWhole] = useState(false);
  const { split, today, previous } = view;
  const before = sameDaysOfLastMonth(today);
  const rows = whole ? [...breakdown.rows.filter(({ key }) => key !== null), ...breakdown.rest] : breakdown.rows;
  return (
    <section aria-label={t(`split.${split}`)}>
      <div className="bar">
        <h2 className="h2 grow">{t(`split.${split}`)}</h2>
        {split === 'none' || split === 'status' || breakdown.rest.length === 0 ? null : (
          <button
            type="button"
            className="min-h-6 text-12 text-accent hover:underline"
            aria-expanded={whole}
            onClick={() => showWhole(!whole)}
          >
            {whole
              ? t('fewer')
              : t(`all.${split}`, { count: f.count(breakdown.rows.length - 1 + breakdown.rest.length) })}
          </button>
        )}
      </div>
      <table className="legend">
        <caption className="sr-only">
          {t('legend', { split: t(`split.${split}`), counted: t(`counted.${split}`), month: f.month(monthOf(today)) })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t(`thing.${split}`)}</th>
            <th scope="col" className="num">
              {f.monthShort(monthOf(today))}
            </th>
            <th scope="col" className="num">
              {t('columns.share')}
            </th>
            {previous ? (
              <th scope="col" className="num lo">
                {t('columns.against', { period: f.range(before.from, before.to) })}
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.key ?? ''} view={view} row={row} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('columns.total')}</th>
            <td className="num">
              <FigureLink filter={monthToDate(today)} count={breakdown.total}>
                {f.count(breakdown.total)}
              </FigureLink>
            </td>
            <td className="num">{breakdown.total === 0 ? f.percent(null) : f.percent(1, 0)}</td>
            {previous ? <td className="num lo">{change(breakdown.change)}</td> : null}
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function Row({ view, row }: { view: ConsumptionView; row: BreakdownRow }) {
  const f = useFormat();
  const change = useChange();
  const nameOf = useNames(view);
  const name = row.key === null ? undefined : view.names[row.key];
  return (
    <tr>
      <th scope="row">
        <FigureLink filter={filterOf(monthToDate(view.today), view.split, row.key)} count={row.value}>
          <span className="key-name">
            <span className={`swatch ${inkClass(row.ink)}`} />
            <span>
              {name?.label ?? nameOf(row.key)} {name?.short ? <span className="q id">{name.short}</span> : null}
            </span>
          </span>
        </FigureLink>
      </th>
      <td className="num">{f.count(row.value)}</td>
      <td className="num q">{f.percent(row.share === null ? null : row.share / 1000)}</td>
      {view.previous ? <td className="num s lo">{change(row.change)}</td> : null}
    </tr>
  );
}
