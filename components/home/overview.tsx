import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { Icon } from '@/components/icons/icon';
import { PageHead } from '@/components/ui/page-head';
import { addDays } from '@/lib/domain/consumption-calendar';
import { getFormat } from '@/lib/format/server';
import { paths } from '@/lib/paths';
import type { HomeView, Needs, Start, TodayFigures } from '@/lib/services/home/schemas';
import type { OperationRow } from '@/lib/services/operations/schemas';
import { Bar } from './bar';
import { Days } from './days';
import { Figures } from './figures';
import { GettingStarted } from './getting-started';
import { NeedsList } from './needs-list';
import { OperationLines } from './operation-lines';
import { SavedViews } from './saved-views';

type Rows = readonly OperationRow[];
type Props = {
  today: TodayFigures;
  needs: Needs;
  views: readonly HomeView[];
  troubled: Rows;
  latest: Rows;
  showsIssuer: boolean;
  /** The first steps, while something is left of them. */
  start: Start | null;
  /** Something above says already what needs a look. */
  warned: boolean;
  /** Of the installation, for programs. */
  address: string;
};

/** Home of those who sign: the running day, what needs the operator, its saved views, what failed and what came last. */
export async function Overview({ today, needs, views, start, warned, address, ...lists }: Props) {
  const t = await getTranslations('home');
  const f = await getFormat();
  const needy = needs.needs.length > 0 || needs.failing.length > 0;
  const sub = t('sub', { day: f.dayLong(today.today), zone: f.timeZone, time: f.until(today.now, today.now) });
  return (
    <>
      <PageHead title={t('title')} sub={sub} />
      {start ? <GettingStarted start={start} address={address} /> : null}
      <Figures today={today} />
      {needy ? (
        <div className="row halves">
          <section className="px-0" aria-label={t('needs.title')}>
            <Bar title={t('needs.title')} />
            <NeedsList of={needs} format={f} />
          </section>
          <div className="beside">
            <Days of={today} format={f} />
            <SavedViews views={views} />
          </div>
        </div>
      ) : (
        <>
          {warned ? null : (
            <p className="calm">
              <Icon name="done" tone="pass" />
              {t('needs.none')}
            </p>
          )}
          <div className="row halves">
            <Days of={today} format={f} />
            <SavedViews views={views} />
          </div>
        </>
      )}
      <Operations today={today} {...lists} />
    </>
  );
}

async function Operations({
  today: { today, now, week },
  troubled,
  latest,
  showsIssuer,
}: Pick<Props, 'today' | 'troubled' | 'latest' | 'showsIssuer'>) {
  const t = await getTranslations('home');
  const f = await getFormat();
  const lines = { format: f, now, showsIssuer };
  const filter = { status: 'COMPLETED_WITH_ERRORS,FAILED', from: addDays(today, -6), to: today };
  return (
    <div className="row grow min-[90rem]:grid-cols-2">
      <section className="px-0">
        <Bar title={t('attention')} note={t('attentionNote')}>
          {troubled.length > 0 ? (
            <Link href={paths.operations(filter)} prefetch={false}>
              {t('attentionAll', { count: f.count(week.troubled) })}
            </Link>
          ) : null}
        </Bar>
        {troubled.length > 0 ? (
          <OperationLines caption={t('attention')} rows={troubled} {...lines} />
        ) : (
          <p className="help px-(--gutter)">{t('attentionNone')}</p>
        )}
      </section>
      <section className="px-0 max-[90rem]:border-t max-[90rem]:border-l-0">
        <Bar title={t('recent')}>
          <Link href={paths.operations()} prefetch={false}>
            {t('recentAll')}
          </Link>
        </Bar>
        {latest.length > 0 ? (
          <OperationLines caption={t('recent')} rows={latest} {...lines} />
        ) : (
          <p className="help px-(--gutter)">{t('recentNone')}</p>
        )}
      </section>
    </div>
  );
}
