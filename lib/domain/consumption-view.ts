import type { Status } from './company';
import type {
  ConsumptionData,
  ConsumptionFilter,
  ConsumptionName,
  ConsumptionOwner,
  ConsumptionQuery,
  ConsumptionSplit,
  FailureNow,
} from './consumption';
import { type Breakdown, breakdownOf } from './consumption-breakdown';
import {
  type Day,
  type DayRange,
  daysUntil,
  type Month,
  monthsUntil,
  monthToDate,
  rangeOf,
  sameDaysOfLastMonth,
} from './consumption-calendar';
import { consumptionOwners } from './consumption-choices';
import { type Scale, scaleFor } from './consumption-scale';
import {
  addTally,
  fillPeriods,
  heightOf,
  isStatus,
  rankKeys,
  type SeriesKey,
  type SeriesPeriod,
  seriesOf,
  type Tally,
} from './consumption-series';

/** Bars, oldest first. The last one is the running month or day, so its height is provisional. */
export interface ConsumptionChart {
  readonly periods: readonly SeriesPeriod[];
  readonly scale: Scale;
  /** Mean height of the finished bars, empty ones included. */
  readonly average: number;
  /** Place of the highest bar (the first of equals); null when all are empty. */
  readonly highest: number | null;
}

/** Everything the dashboard shows; nothing is left to decide but words and figures' dress. */
export interface ConsumptionView {
  readonly split: ConsumptionSplit;
  readonly today: Day;
  readonly now: string;
  readonly timeZone: string;
  /** What everything is narrowed to; its name is null where it is not in scope. */
  readonly narrowed: readonly { readonly owner: ConsumptionOwner; readonly name: ConsumptionName | null }[];
  /** The same as a filter of the operations list: part of every link. */
  readonly only: Readonly<Partial<Record<ConsumptionOwner, string>>>;
  readonly series: readonly SeriesKey[];
  readonly names: Readonly<Record<string, ConsumptionName>>;
  readonly months: ConsumptionChart;
  readonly days: ConsumptionChart;
  /** Null without a split: a single series needs no legend. */
  readonly breakdown: Breakdown | null;
  readonly running: Tally;
  /** The same days of last month; null when the query does not compare. */
  readonly previous: Tally | null;
  readonly failureRows: ConsumptionData['failureRows'];
  readonly failuresNow: readonly FailureNow[];
  readonly services: { readonly active: number; readonly all: number; readonly others: readonly [Status, number][] };
  /** No request in any period shown. */
  readonly empty: boolean;
}

/** Turns the verb's rows into what the dashboard draws. */
export function prepareConsumption(data: ConsumptionData, query: ConsumptionQuery): ConsumptionView {
  const { split } = query;
  const rankedKeys = rankKeys(data, split);
  const series = seriesOf(rankedKeys, split);
  const months = fillPeriods(monthsUntil(data.today, query.months), data.monthRows, series, split);
  const days = fillPeriods(daysUntil(data.today, query.days), data.dayRows, series, split);
  return {
    split,
    today: data.today,
    now: data.now,
    timeZone: data.timeZone,
    ...narrowedTo(data, query),
    series,
    names: data.names,
    months: chartOf(months),
    days: chartOf(days),
    breakdown: split === 'none' ? null : breakdownOf(data, split, series, rankedKeys),
    running: runningOf(months),
    previous: query.compare
      ? data.previousRows.reduce<Tally>((sum, [, ...tally]) => addTally(sum, tally), [0, 0, 0])
      : null,
    failureRows: data.failureRows,
    failuresNow: data.failuresNow,
    services: servicesOf(data.services),
    empty: [...months, ...days].every(([, , , operations]) => operations === 0),
  };
}

type Span = 'running' | 'previous' | Day | Month;

/** The filter that lists what a bar counts, or what the cards and the legend count of the running month or before it. */
export function spanOf({ only, today }: Pick<ConsumptionView, 'only' | 'today'>, span: Span): ConsumptionFilter {
  const days: DayRange =
    span === 'running' ? monthToDate(today) : span === 'previous' ? sameDaysOfLastMonth(today) : rangeOf(span, today);
  return { ...only, ...days };
}

/**
 * The filter that lists exactly what a number of the split counts, or null where no filter can say it (the rest: "all
 * but these five").
 */
export function filterOf(
  span: ConsumptionFilter,
  split: ConsumptionSplit,
  key: string | null,
): ConsumptionFilter | null {
  if (key === null) return null;
  if (split === 'none') return span;
  if (split === 'status') return isStatus(key) ? { ...span, status: key } : null;
  return { ...span, [split]: key };
}

function narrowedTo(data: ConsumptionData, query: ConsumptionQuery): Pick<ConsumptionView, 'narrowed' | 'only'> {
  const asked = consumptionOwners.flatMap((owner) => {
    const id = query[owner];
    return id === null ? [] : [{ owner, id }];
  });
  return {
    narrowed: asked.map(({ owner, id }) => ({ owner, name: data.names[id] ?? null })),
    only: Object.fromEntries(asked.map(({ owner, id }) => [owner, id])),
  };
}

function chartOf(periods: readonly SeriesPeriod[]): ConsumptionChart {
  const heights = periods.map(heightOf);
  const peak = Math.max(...heights);
  const finished = heights.slice(0, -1);
  return {
    periods,
    scale: scaleFor(peak),
    average: finished.reduce((sum, height) => sum + height, 0) / finished.length,
    highest: peak === 0 ? null : heights.indexOf(peak),
  };
}

function runningOf(months: readonly SeriesPeriod[]): Tally {
  const [, , signedItems, operations, failures] = months.at(-1) ?? ['', [], 0, 0, 0];
  return [signedItems, operations, failures];
}

const inactive: readonly Status[] = ['registered', 'suspended', 'blocked'];

function servicesOf(counts: ConsumptionData['services']): ConsumptionView['services'] {
  const others = inactive.flatMap((status): [Status, number][] => (counts[status] ? [[status, counts[status]]] : []));
  const active = counts.active ?? 0;
  return { active, all: others.reduce((sum, [, count]) => sum + count, active), others };
}
