'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { inkClass } from '@/components/charts/bars';
import { Icon } from '@/components/icons/icon';
import type { ConsumptionOwner, ConsumptionQuery } from '@/lib/domain/consumption';
import type { Breakdown, BreakdownRow } from '@/lib/domain/consumption-breakdown';
import { monthOf, sameDaysOfLastMonth } from '@/lib/domain/consumption-calendar';
import { type ConsumptionView, filterOf, spanOf } from '@/lib/domain/consumption-view';
import { useFormat } from '@/lib/format/use-format';
import { addressWithin } from './address';
import { ExportTable } from './export-table';
import { FigureLink } from './figure-link';
import { useChange } from './use-change';
import { useNames } from './use-names';

type Props = { view: ConsumptionView; query: ConsumptionQuery; breakdown: Breakdown };

/** The legend of the split: each part of the running month with its share and its change, and all of the rest. */
export function BreakdownTable({ view, query, breakdown }: Props) {
  const t = useTranslations('dashboard');
  const f = useFormat();
  const change = useChange();
  const [whole, showWhole] = useState(false);
  const { split, today, previous } = view;
  const narrows = split !== 'none' && split !== 'status';
  const before = sameDaysOfLastMonth(today);
  const rows = whole ? [...breakdown.rows.filter(({ key }) => key !== null), ...breakdown.rest] : breakdown.rows;
  return (
    <section aria-label={t(`split.${split}`)}>
      <div className="bar">
        <h2 className="h2 grow">{t(`split.${split}`)}</h2>
        {!narrows || breakdown.rest.length === 0 ? null : (
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
        <ExportTable table="parts" query={query} />
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
            {narrows ? (
              <th scope="col" className="act">
                <span className="sr-only">{t('columns.narrow')}</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.key ?? ''} view={view} query={query} row={row} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('columns.total')}</th>
            <td className="num">
              <FigureLink filter={spanOf(view, 'running')} count={breakdown.total}>
                {f.count(breakdown.total)}
              </FigureLink>
            </td>
            <td className="num">{breakdown.total === 0 ? f.percent(null) : f.percent(1, 0)}</td>
            {previous ? <td className="num lo">{change(breakdown.change)}</td> : null}
            {narrows ? <td /> : null}
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function Row({ view, query, row }: Omit<Props, 'breakdown'> & { row: BreakdownRow }) {
  const f = useFormat();
  const change = useChange();
  const nameOf = useNames(view);
  const name = row.key === null ? undefined : view.names[row.key];
  return (
    <tr>
      <th scope="row">
        <FigureLink filter={filterOf(spanOf(view, 'running'), view.split, row.key)} count={row.value}>
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
      {view.split === 'none' || view.split === 'status' ? null : (
        <td className="act">
          <NarrowLink view={view} query={query} owner={view.split} row={row} />
        </td>
      )}
    </tr>
  );
}

/** Opens the same page of one part alone; the rest is none. */
function NarrowLink({
  view,
  query,
  owner,
  row,
}: Omit<Props, 'breakdown'> & { owner: ConsumptionOwner; row: BreakdownRow }) {
  const t = useTranslations('dashboard');
  const nameOf = useNames(view);
  if (row.key === null) return null;
  return (
    <Link
      href={addressWithin(query, owner, row.key)}
      prefetch={false}
      className="iconbtn"
      aria-label={t('only.narrow', { name: nameOf(row.key) })}
    >
      <Icon name="graph" small />
    </Link>
  );
}
