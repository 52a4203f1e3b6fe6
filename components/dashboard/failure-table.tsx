'use client';

import { useTranslations } from 'next-intl';
import { monthToDate } from '@/lib/domain/consumption-calendar';
import type { ConsumptionView } from '@/lib/domain/consumption-view';
import { type ErrorCode, errorCodeList } from '@/lib/domain/errors';
import { useFormat } from '@/lib/format/use-format';
import { FigureLink } from './figure-link';

/** Why operations of the running month failed; the sum opens them all. */
export function FailureTable({ view }: { view: ConsumptionView }) {
  const t = useTranslations('dashboard');
  const f = useFormat();
  const range = monthToDate(view.today);
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
              <Row key={code ?? ''} code={code} count={count} most={most} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Row({ code, count, most }: { code: string | null; count: number; most: number }) {
  const t = useTranslations('dashboard');
  const f = useFormat();
  const known = errorCodeList.find((each) => each === code);
  return (
    <tr>
      <th scope="row">
        <span className="reason">
          <span className="q id">{code ?? f.count(null)}</span>
          <span>{known ? t(`reasons.${keyOf(known)}`) : t('failures.unknown')}</span>
        </span>
      </th>
      <td className="num">
        <svg className="hbar" aria-hidden="true">
          <rect width={`${Math.max(2, Math.round((count * 100) / most))}%`} height="100%" rx="1" />
        </svg>
      </td>
      <td className="num">{f.count(count)}</td>
    </tr>
  );
}

type Underscored<Code extends string> = Code extends `${infer A}.${infer B}.${infer C}` ? `${A}_${B}_${C}` : never;

/** A dot in a key of the catalogue would be a path. */
function keyOf<Code extends ErrorCode>(code: Code): Underscored<Code> {
  return code.replaceAll('.', '_') as Underscored<Code>;
}
