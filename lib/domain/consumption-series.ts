import type { ConsumptionData, ConsumptionSplit, KeyRow, PeriodRow } from './consumption';
import { addMonths, type Day, type Month, monthOf } from './consumption-calendar';
import type { OperationStatus } from './operation';

/** Place in the palette: six inks given out in this order, and the hollow one of what is left over. */
export type Ink = 1 | 2 | 3 | 4 | 5 | 6 | 'other';

/** One part of every bar, from the bottom up. `key` is null for what was left over, which is always on top. */
export interface SeriesKey {
  readonly key: string | null;
  readonly ink: Ink;
}

/** `values` follows the order of the series and sums to the height of the bar. */
export type SeriesPeriod = readonly [
  period: string,
  values: readonly number[],
  signedItems: number,
  operations: number,
  failures: number,
];

const inks = [1, 2, 3, 4, 5, 6] as const;
const ranked = 5;

// The usual outcome first, then what someone must look at, then what is on its way.
const statusInks: Readonly<Record<OperationStatus, Ink>> = {
  COMPLETED: 1,
  COMPLETED_WITH_ERRORS: 2,
  FAILED: 3,
  CANCELLED: 4,
  PROCESSING: 5,
  RECEIVED: 6,
};

/** Whether a key of the split by status is one. */
export function isStatus(key: string | null): key is OperationStatus {
  return key !== null && key in statusInks;
}

/** What a bar counts: requests when it is split by status, else signed items. */
export function countsRequests(split: ConsumptionSplit): boolean {
  return split === 'status';
}

/** The counted figure of a row of either kind, whose last three places are items, requests and failures. */
export function countOf(row: PeriodRow | KeyRow, split: ConsumptionSplit): number {
  return row[row.length - (countsRequests(split) ? 2 : 3)] as number;
}

/**
 * Every key of the data in order of rank. The basis is the running and the last month together: both are in every
 * period that can be chosen, so a thing keeps its ink when the period changes and through the first days of a month.
 */
export function rankKeys(data: RankedData, split: ConsumptionSplit): string[] {
  const since = addMonths(monthOf(data.today), -1);
  const totals = new Map<string, number>(
    [...data.dayRows.map((row) => row[1]), ...data.previousRows.map((row) => row[0])].map((key) => [key, 0]),
  );
  for (const row of data.monthRows) {
    const weight = row[0] >= since ? countOf(row, split) : 0;
    totals.set(row[1], (totals.get(row[1]) ?? 0) + weight);
  }
  return [...totals].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([key]) => key);
}

type RankedData = Pick<ConsumptionData, 'today' | 'monthRows' | 'dayRows' | 'previousRows'>;

/** The parts of the bars: five by rank and the rest, or every status, each with the ink that is always its own. */
export function seriesOf(rankedKeys: readonly string[], split: ConsumptionSplit): SeriesKey[] {
  if (split === 'none') return [{ key: '', ink: 1 }];
  if (split === 'status') {
    return Object.entries(statusInks).map(([key, ink]) => ({ key, ink }));
  }
  const first: SeriesKey[] = rankedKeys.slice(0, ranked).map((key, index) => ({ key, ink: inks[index] ?? 'other' }));
  return rankedKeys.length > ranked ? [...first, { key: null, ink: 'other' }] : first;
}

/** One entry for every period asked for, in that order: a period without rows is a zero, a row of no period is left out. */
export function fillPeriods(
  periods: readonly (Day | Month)[],
  rows: readonly PeriodRow[],
  series: readonly SeriesKey[],
  split: ConsumptionSplit,
): SeriesPeriod[] {
  const place = new Map(series.map(({ key }, index) => [key, index]));
  const rest = place.get(null);
  const sums = new Map(periods.map((period) => [period, { values: series.map(() => 0), tally: [0, 0, 0] as Tally }]));
  for (const row of rows) {
    const [period, key, signedItems, operations, failures] = row;
    const sum = sums.get(period);
    if (!sum) continue;
    const index = place.get(key) ?? rest;
    if (index !== undefined) sum.values[index] = (sum.values[index] ?? 0) + countOf(row, split);
    sum.tally = addTally(sum.tally, [signedItems, operations, failures]);
  }
  return [...sums].map(([period, { values, tally }]) => [period, values, ...tally]);
}

/** Signed items, requests, failures. */
export type Tally = readonly [signedItems: number, operations: number, failures: number];

export function addTally(a: Tally, b: Tally): Tally {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
}

/** The height of a bar. */
export function heightOf(period: SeriesPeriod): number {
  return period[1].reduce((sum, value) => sum + value, 0);
}
