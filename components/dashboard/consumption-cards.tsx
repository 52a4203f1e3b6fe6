'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { rateOf } from '@/lib/domain/consumption-scale';
import { type ConsumptionView, spanOf } from '@/lib/domain/consumption-view';
import { useFormat } from '@/lib/format/use-format';
import { Before } from './before';
import { FigureLink } from './figure-link';

/** The running month in figures, beside the same days of last month; who `watches` is told when nothing fails now. */
export function ConsumptionCards({ view, watches }: { view: ConsumptionView; watches: boolean }) {
  return (
    <div className="row metrics of-three">
      <SignedItems view={view} />
      <Failures view={view} calm={watches && view.failuresNow.length === 0} />
      <Services view={view} />
    </div>
  );
}

function Metric({ label, value, children }: { label: string; value: ReactNode; children: ReactNode }) {
  return (
    <section className="metric">
      <h2 className="label">{label}</h2>
      <p className="value">{value}</p>
      <p className="note">{children}</p>
    </section>
  );
}

function SignedItems({ view }: { view: ConsumptionView }) {
  const t = useTranslations('dashboard');
  const f = useFormat();
  const { previous } = view;
  const [items, requests] = view.running;
  const range = spanOf(view, 'running');
  return (
    <Metric
      label={t('cards.signedItems')}
      value={
        <FigureLink filter={range} count={items}>
          {f.count(items)}
        </FigureLink>
      }
    >
      {previous ? (
        <>
          <Before now={items} before={previous[0]} filter={spanOf(view, 'previous')} relative />
          <br />
        </>
      ) : null}
      <FigureLink filter={range} count={requests}>
        {t('cards.requests', { n: requests, count: f.count(requests) })}
      </FigureLink>
    </Metric>
  );
}

function Failures({ view, calm }: { view: ConsumptionView; calm: boolean }) {
  const t = useTranslations('dashboard');
  const f = useFormat();
  const { previous } = view;
  const [, requests, failures] = view.running;
  const rate = rateOf(failures, requests);
  const rateBefore = previous ? rateOf(previous[2], previous[1]) : null;
  return (
    <Metric
      label={t('cards.failures')}
      value={
        <>
          <FigureLink filter={{ ...spanOf(view, 'running'), status: 'FAILED' }} count={failures}>
            {f.count(failures)}
          </FigureLink>{' '}
          {rate === null ? null : <small>{f.percent(rate, 2)}</small>}
        </>
      }
    >
      {previous ? (
        <Before now={failures} before={previous[2]} filter={{ ...spanOf(view, 'previous'), status: 'FAILED' }} />
      ) : (
        t('cards.rateOfRequests')
      )}
      {rateBefore === null ? null : (
        <>
          <br />
          {t('cards.rateBefore', { rate: f.percent(rateBefore, 2) })}
        </>
      )}
      {calm ? (
        <>
          <br />
          {t('now.none')}
        </>
      ) : null}
    </Metric>
  );
}

function Services({ view: { services } }: { view: ConsumptionView }) {
  const t = useTranslations('dashboard');
  const f = useFormat();
  const others = services.others.map(([status, n]) =>
    status === 'active' || status === 'deleted' ? '' : t(`services.${status}`, { n, count: f.count(n) }),
  );
  const calm = services.all === 0 ? t('cards.noServices') : t('cards.sameServices');
  return (
    <Metric
      label={t('cards.services')}
      value={
        <>
          {f.count(services.active)} <small>{t('cards.ofAll', { count: f.count(services.all) })}</small>
        </>
      }
    >
      {others.length === 0 ? calm : others.join(', ')}
    </Metric>
  );
}
