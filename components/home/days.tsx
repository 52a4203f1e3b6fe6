import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { Bars } from '@/components/charts/bars';
import { Hatches } from '@/components/charts/hatches';
import { PlotAxis, PlotGrid, PlotNotes } from '@/components/charts/plot-frame';
import { StillBars } from '@/components/charts/still-bars';
import { isMonday } from '@/lib/domain/consumption-calendar';
import { scaleFor } from '@/lib/domain/consumption-scale';
import type { Formatter } from '@/lib/format/formatter';
import { paths } from '@/lib/paths';
import type { TodayFigures } from '@/lib/services/home/schemas';

const longestWhole = 10_000;

/** Signed items of the last thirty days as a drawing; the numbers, and what can be pressed, are on the dashboard. */
export function Days({ of: { days }, format: f }: { of: TodayFigures; format: Formatter }) {
  const t = useTranslations('home.days');
  const finished = days.slice(0, -1);
  const sum = finished.reduce((all, [, items]) => all + items, 0);
  const peak = days.reduce((most, day) => (day[1] > most[1] ? day : most), ['', 0] as const);
  const average = sum / finished.length;
  const data: Bars = {
    size: 'day',
    scale: scaleFor(peak[1]),
    sumName: '',
    series: [{ name: t('title'), ink: 1 }],
    bars: days.map(([day, items]) => ({
      title: day,
      values: [items],
      height: items,
      ...(isMonday(day) ? { label: f.dayShort(day) } : {}),
    })),
  };
  const summary =
    peak[1] === 0
      ? t('none')
      : t('summary', {
          average: f.count(Math.round(average)),
          highest: f.dayShort(peak[0]),
          figure: f.count(peak[1]),
          now: f.count(days.at(-1)?.[1] ?? 0),
        });
  return (
    <section aria-label={t('title')}>
      <Hatches />
      <div className="bar">
        <h2 className="h2 grow">
          {t('title')} <span className="q">{t('counted')}</span>
        </h2>
        <Link href={paths.dashboard()} prefetch={false} className="text-13">
          {t('open')}
        </Link>
      </div>
      <div className="plot" data-size="day" role="img" aria-label={summary}>
        <PlotAxis data={data} axisFigure={data.scale.max > longestWhole ? f.compact : f.count} />
        <div className="bars">
          <PlotGrid data={data} />
          <StillBars data={data} />
          <PlotNotes data={data} />
        </div>
      </div>
    </section>
  );
}
