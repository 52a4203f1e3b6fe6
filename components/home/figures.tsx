import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { monthToDate, sameDaysOfLastMonth } from '@/lib/domain/consumption-calendar';
import { changeOf, rateOf } from '@/lib/domain/consumption-scale';
import { getFormat } from '@/lib/format/server';
import { paths } from '@/lib/paths';
import type { TodayFigures } from '@/lib/services/home/schemas';

/** The running day in figures, and the month so far. Each opens its rows. */
export async function Figures({ today: of }: { today: TodayFigures }) {
  const t = await getTranslations('home');
  const f = await getFormat();
  const { today, lastWeek, figures, sameDayLastWeek, month } = of;
  const day = { from: today, to: today };
  const before = (n: number) => t('lastWeek', { day: f.weekday(lastWeek), count: f.count(n) });
  const rate = rateOf(figures.failures, figures.operations);
  return (
    <section className="row metrics of-four" aria-label={t('figures')}>
      <Metric label={t('signedItems')} value={f.count(figures.signedItems)} href={paths.operations(day)}>
        {t('requests', { n: figures.operations, count: f.count(figures.operations) })}
        <br />
        {before(sameDayLastWeek.signedItems)}
      </Metric>
      <Metric
        label={t('failures')}
        value={f.count(figures.failures)}
        detail={rate ? f.percent(rate, 2) : null}
        href={paths.operations({ ...day, status: ['FAILED'] })}
      >
        {before(sameDayLastWeek.failures)}
      </Metric>
      <Metric
        label={t('open')}
        value={f.count(figures.open)}
        href={paths.operations({ ...day, status: ['RECEIVED', 'PROCESSING'] })}
      >
        {t('openNote')}
      </Metric>
      <Metric label={t('month')} value={f.count(month.signedItems)} href={paths.operations(monthToDate(today))}>
        <MonthNote of={of} />
      </Metric>
    </section>
  );
}

async function MonthNote({ of: { today, month, monthBefore } }: { of: TodayFigures }) {
  const t = await getTranslations('home');
  const f = await getFormat();
  const before = sameDaysOfLastMonth(today);
  const change = changeOf(month.signedItems, monthBefore.signedItems);
  const words = { count: f.count(monthBefore.signedItems), period: f.range(before.from, before.to) };
  return (
    <>
      {typeof change === 'number'
        ? t('monthChange', { ...words, change: f.percentChange(change) })
        : t('monthNew', words)}
    </>
  );
}

type MetricProps = { label: string; value: string; detail?: string | null; href: string; children: ReactNode };

function Metric({ label, value, detail = null, href, children }: MetricProps) {
  return (
    <div className="metric">
      <h2 className="label">{label}</h2>
      <p className="value">
        <Link href={href} prefetch={false}>
          {value}
        </Link>
        {detail === null ? null : <small>{detail}</small>}
      </p>
      <p className="note">{children}</p>
    </div>
  );
}
