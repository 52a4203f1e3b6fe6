import type { ConsumptionData, ConsumptionSplit } from './consumption';
import { monthOf } from './consumption-calendar';
import { type Change, changeOf, sharesOf } from './consumption-scale';
import { countOf, type Ink, type SeriesKey } from './consumption-series';

/** A line of the legend. `share` is in tenths of a percent of the running month, null when the month is empty. */
export interface BreakdownRow {
  readonly key: string | null;
  readonly ink: Ink;
  readonly value: number;
  readonly share: number | null;
  readonly change: Change;
}

export interface Breakdown {
  /** One row for each part of the bars, in the same order. */
  readonly rows: readonly BreakdownRow[];
  /** What the last row stands for, when it is the rest: each of them, in order of rank. */
  readonly rest: readonly BreakdownRow[];
  readonly total: number;
  readonly change: Change;
}

interface Pair {
  readonly key: string | null;
  readonly ink: Ink;
  readonly now: number;
  readonly before: number;
}

/** The legend of a split chart: the running month by key, with its share and its change on the same days before. */
export function breakdownOf(
  data: ConsumptionData,
  split: ConsumptionSplit,
  series: readonly SeriesKey[],
  rankedKeys: readonly string[],
): Breakdown {
  const month = monthOf(data.today);
  const now = sumByKey(data.monthRows.filter((row) => row[0] === month).map((row) => [row[1], countOf(row, split)]));
  const before = sumByKey(data.previousRows.map((row) => [row[0], countOf(row, split)]));
  const pair = (key: string, ink: Ink): Pair => ({ key, ink, now: now.get(key) ?? 0, before: before.get(key) ?? 0 });
  const named = series.flatMap(({ key, ink }) => (key === null ? [] : [pair(key, ink)]));
  const folded = series.some(({ key }) => key === null)
    ? rankedKeys.slice(named.length).map((key) => pair(key, 'other'))
    : [];
  const other: Pair = { key: null, ink: 'other', now: total(folded, 'now'), before: total(folded, 'before') };
  const rows = withShares(folded.length > 0 ? [...named, other] : named, 1000);
  const all = [...named, ...folded];
  return {
    rows,
    rest: withShares(folded, folded.length > 0 ? (rows.at(-1)?.share ?? 0) : 0),
    total: total(all, 'now'),
    change: changeOf(total(all, 'now'), total(all, 'before')),
  };
}

function sumByKey(entries: readonly (readonly [string, number])[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [key, value] of entries) sums.set(key, (sums.get(key) ?? 0) + value);
  return sums;
}

function total(pairs: readonly Pair[], side: 'now' | 'before'): number {
  return pairs.reduce((sum, pair) => sum + pair[side], 0);
}

function withShares(pairs: readonly Pair[], whole: number): BreakdownRow[] {
  const shares = sharesOf(
    pairs.map(({ now }) => now),
    whole,
  );
  return pairs.map(({ key, ink, now, before }, index) => ({
    key,
    ink,
    value: now,
    share: shares?.[index] ?? null,
    change: changeOf(now, before),
  }));
}
