import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { PageHead } from '@/components/ui/page-head';
import { getFormat } from '@/lib/format/server';
import { paths } from '@/lib/paths';
import type { HomeOperations } from '@/lib/services/home/operations';
import type { TodayFigures } from '@/lib/services/home/today';
import { OperationLines } from './operation-lines';

type Props = { today: TodayFigures; troubled: HomeOperations; latest: HomeOperations; showsIssuer: boolean };

/** Home of those who sign: the running day, what needs a look, what came last. */
export async function Overview({ today, troubled, latest, showsIssuer }: Props) {
  const t = await getTranslations('home');
  const f = await getFormat();
  const lines = { format: f, now: today.now, showsIssuer };
  const sub = t('sub', { day: f.dayLong(today.today), zone: f.timeZone, time: f.until(today.now, today.now) });
  return (
    <>
      <PageHead title={t('title')} sub={sub} />
      <Figures today={today} />
      <div className="row grow desk:grid-cols-2">
        <section className="px-0">
          <Bar title={t('attention')} note={t('attentionNote')}>
            {troubled.rows.length > 0 ? (
              <Link href={paths.operations(troubled.filter)} prefetch={false}>
                {t('attentionAll', { count: counted(troubled, f.count) })}
              </Link>
            ) : null}
          </Bar>
          {troubled.rows.length > 0 ? (
            <OperationLines caption={t('attention')} rows={troubled.rows} {...lines} />
          ) : (
            <p className="help px-(--gutter)">{t('attentionNone')}</p>
          )}
        </section>
        <section className="px-0">
          <Bar title={t('recent')}>
            <Link href={paths.operations()} prefetch={false}>
              {t('recentAll')}
            </Link>
          </Bar>
          {latest.rows.length > 0 ? (
            <OperationLines caption={t('recent')} rows={latest.rows} {...lines} />
          ) : (
            <p className="help px-(--gutter)">{t('recentNone')}</p>
          )}
        </section>
      </div>
    </>
  );
}

function counted({ total }: HomeOperations, count: (n: number) => string): string {
  return total.kind === 'atLeast' ? `${count(total.operations)}+` : count(total.operations);
}

function Bar({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <div className="bar mb-0 px-(--gutter) text-13">
      <h2 className="h2 grow">
        {title} {note ? <span className="q">{note}</span> : null}
      </h2>
      {children}
    </div>
  );
}

async function Figures({ today: { today, lastWeek, figures, sameDayLastWeek } }: { today: TodayFigures }) {
  const t = await getTranslations('home');
  const f = await getFormat();
  const day = { from: today, to: today };
  const before = (n: number) => t('lastWeek', { day: f.dayShort(lastWeek), count: f.count(n) });
  return (
    <section className="row metrics of-three" aria-label={t('figures')}>
      <Metric label={t('signedItems')} value={f.count(figures.signedItems)} href={paths.operations(day)}>
        {t('requests', { n: figures.operations, count: f.count(figures.operations) })}
        <br />
        {before(sameDayLastWeek.signedItems)}
      </Metric>
      <Metric
        label={t('failures')}
        value={f.count(figures.failures)}
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
    </section>
  );
}

function Metric({ label, value, href, children }: { label: string; value: string; href: string; children: ReactNode }) {
  return (
    <div className="metric">
      <h2 className="label">{label}</h2>
      <p className="value">
        <Link href={href} prefetch={false} className="text-text">
          {value}
        </Link>
      </p>
      <p className="note">{children}</p>
    </div>
  );
}
