'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Icon } from '@/components/icons/icon';
import type { FailureNow } from '@/lib/domain/consumption';
import { type ConsumptionView, spanOf } from '@/lib/domain/consumption-view';
import { errorCodeList, errorKey } from '@/lib/domain/errors';
import { useFormat } from '@/lib/format/use-format';
import { paths } from '@/lib/paths';
import { FigureLink } from './figure-link';

const shown = 3;

/** What failed within the last hour, by reason; nothing when nothing did. No filter is as short as an hour: the links open the day and the newest one. */
export function FailuresNow({ view }: { view: ConsumptionView }) {
  const t = useTranslations('dashboard');
  const f = useFormat();
  const { failuresNow } = view;
  if (failuresNow.length === 0) return null;
  const n = failuresNow.reduce((sum, { lastHour }) => sum + lastHour, 0);
  const rest = failuresNow.slice(shown);
  const today = { ...spanOf(view, view.today), status: 'FAILED' } as const;
  return (
    <section className="notice at" aria-labelledby="failures-now">
      <Icon name="warn" />
      <h2 className="stops-title" id="failures-now">
        {t.rich('now.title', { n, count: f.count(n), s: (text) => <span>{text}</span> })}
      </h2>
      <ul className="stops">
        {failuresNow.slice(0, shown).map((failure) => (
          <Reason key={failure.code ?? ''} view={view} failure={failure} />
        ))}
        {rest.length === 0 ? null : (
          <li>
            <div className="why">{t('now.more', { n: rest.length, count: f.count(rest.length) })}</div>
            <div>
              <Link href={paths.operations(today)} prefetch={false} className="strong">
                {t('now.all')}
              </Link>
            </div>
          </li>
        )}
      </ul>
    </section>
  );
}

function Reason({
  view,
  failure: { code, lastHour, today, newest, newestAt },
}: {
  view: ConsumptionView;
  failure: FailureNow;
}) {
  const t = useTranslations('dashboard');
  const words = useTranslations('vocabulary');
  const f = useFormat();
  const known = errorCodeList.find((each) => each === code);
  const filter = known ? { ...spanOf(view, view.today), status: 'FAILED' as const, error: known } : null;
  return (
    <li>
      <div>
        <b>{known ? words(`errorCode.${errorKey(known)}`) : t('failures.unknown')}</b>{' '}
        <span className="s id">{code}</span>
      </div>
      <div className="why">
        {t.rich('now.newest', {
          count: f.count(lastHour),
          time: f.until(newestAt, view.now),
          a: (text) => (
            <Link href={paths.operation(newest)} prefetch={false}>
              {text}
            </Link>
          ),
        })}
      </div>
      {today === 0 ? null : (
        <div className="strong">
          <FigureLink filter={filter} count={today}>
            {t('now.today', { n: today, count: f.count(today) })}
          </FigureLink>
        </div>
      )}
    </li>
  );
}
