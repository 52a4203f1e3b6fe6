import type { Bar, Bars } from '@/components/charts/bars';
import { isMonday } from '@/lib/domain/consumption-calendar';
import { countsRequests, heightOf, type SeriesPeriod } from '@/lib/domain/consumption-series';
import type { ConsumptionView } from '@/lib/domain/consumption-view';
import type { Formatter } from '@/lib/format/formatter';

export interface BarWords {
  readonly nameOf: (key: string | null) => string;
  /** Heading of a bar. The last one is provisional. */
  readonly titleOf: (period: string, provisional: boolean) => string;
  readonly sumName: string;
}

function commonOf(view: ConsumptionView, { nameOf, sumName }: BarWords): Pick<Bars, 'series' | 'sumName'> {
  return { series: view.series.map(({ key, ink }) => ({ name: nameOf(key), ink })), sumName };
}

function barOf(period: SeriesPeriod, provisional: boolean, { titleOf }: BarWords): Bar {
  return { title: titleOf(period[0], provisional), values: period[1], height: heightOf(period) };
}

/** Bars by month. Every month is named, every second where there is little room; the year stands where it begins. */
export function monthBars(view: ConsumptionView, f: Formatter, words: BarWords): Bars {
  const { periods, scale } = view.months;
  const last = periods.length - 1;
  const bars = periods.map((period, index): Bar => {
    const [month] = period;
    return {
      ...barOf(period, index === last, words),
      label: f.monthShort(month),
      ...(index === 0 || month.endsWith('-01') ? { note: month.slice(0, 4) } : {}),
      ...((last - index) % 2 === 1 ? { room: last > 12 ? 'desk' : 'phone' } : {}),
    };
  });
  return { ...commonOf(view, words), size: 'month', scale, bars, lastFigure: f.count(bars.at(-1)?.height) };
}

/** Bars by day with their average. Mondays are named, every second one of ninety days. */
export function dayBars(view: ConsumptionView, f: Formatter, words: BarWords): Bars {
  const { periods, scale, average } = view.days;
  const last = periods.length - 1;
  const monday = periods.findIndex(([day]) => isMonday(day));
  const every = last > 31 ? 14 : 7;
  const bars = periods.map(
    (period, index): Bar => ({
      ...barOf(period, index === last, words),
      ...((index - monday) % every === 0 ? { label: f.dayShort(period[0]) } : {}),
    }),
  );
  return { ...commonOf(view, words), size: 'day', scale, bars, average };
}

/** What the figures of a view count, in the words of the catalogue's `columns`. */
export function countedColumn(view: ConsumptionView): 'requests' | 'signedItems' {
  return countsRequests(view.split) ? 'requests' : 'signedItems';
}
