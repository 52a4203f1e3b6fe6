'use client';

import { useTranslations } from 'next-intl';
import type { ConsumptionFilter, ConsumptionQuery } from '@/lib/domain/consumption';
import { type ConsumptionView, spanOf } from '@/lib/domain/consumption-view';
import { errorCodeList, errorKey } from '@/lib/domain/errors';
import { useFormat } from '@/lib/format/use-format';
import { ExportTable } from './export-table';
import { FigureLink } from './figure-link';

/** Why operations of the running month failed; the sum opens them all. */
export function FailureTable({ view, query }: { view: ConsumptionView; query: ConsumptionQuery }) {
  const t = useTranslations('dashboard');
  const f = useFormat();
  const range = spanOf(view, 'running');
  const period = f.range(range.from, range.to);
  const [, , n] = view.running;
  const most = Math.max(...view.failureRows.map(([, count]) => count));
  return (
    <section aria-label={t('failures.title')}>
      <div className="bar">
        <h2 className="h2 grow">{t('failures.title')}</h2>
        {n === 0 ? null : (
          <span className="small">
            <FigureLink filter={{ ...range, status: 'FAILED' }} count={n}>
              {t('failures.all', { n, count: f.count(n) })}
            </FigureLink>
          </span>
        )}
        {view.failureRows.length === 0 ? null : <ExportTable table="failures" query={query} />}
      </div>
      {view.failureRows.length === 0 ? (
        <p className="s">{t('failures.none', { period })}</p>
      ) : (
        <table className="legend">
          <caption className="sr-only">{t('failures.caption', { period })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('columns.reason')}</th>
              <th scope="col" className="num" colSpan={2}>
                {t('columns.operations')}
              </th>
            </tr>
          </thead>
          <tbody>
            {view.failureRows.map(([code, count]) => (
              <Row key={code ?? ''} code={code} count={count} most={most} range={range} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

type RowProps = { code: string | null; count: number; most: number; range: ConsumptionFilter };

/** One reason; its name and its number open the operations behind it, unless no filter can say which they are. */
function Row({ code, count, most, range }: RowProps) {
  const t = useTranslations('dashboard');
  const words = useTranslations('vocabulary');
  const f = useFormat();
  const known = errorCodeList.find((each) => each === code);
  const filter = known ? { ...range, status: 'FAILED' as const, error: known } : null;
  return (
    <tr>
      <th scope="row">
        <span className="reason">
          <span className="q id">{code ?? f.count(null)}</span>
          <span>
            <FigureLink filter={filter} count={count}>
              {known ? words(`errorCode.${errorKey(known)}`) : t('failures.unknown')}
            </FigureLink>
          </span>
        </span>
      </th>
      <td className="num">
        <svg className="hbar" aria-hidden="true">
          <rect width={`${Math.max(2, Math.round((count * 100) / most))}%`} height="100%" rx="1" />
        </svg>
      </td>
      <td className="num">
        <FigureLink filter={filter} count={count}>
          {f.count(count)}
        </FigureLink>
      </td>
    </tr>
  );
}
