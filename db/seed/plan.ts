import { addDays, busyness, daysBetween, monthStart, shareBefore } from './calendar';
import type { Random } from './random';

/** A stretch of a local day that gets `count` operations, spread between two shares of the day. */
export type Stretch = {
  day: string;
  /** Number of its first operation, counted over the whole demonstration. */
  first: number;
  count: number;
  low: number;
  high: number;
  /** Share of operations that fail. */
  failing: number;
};

const months = 24;
/** Operations kept for the last minutes, so that some are still under way. */
const recent = 12;
const recentSeconds = 300;
/** Days before today on which the certificate authority was away for hours. */
const badDays = new Map([
  [38, 0.19],
  [171, 0.12],
  [402, 0.27],
]);

/** Spreads `operations` over the last 24 whole months and the running one, up to `second` of `today`. */
export function planDays(operations: number, today: string, second: number, random: Random): Stretch[] {
  const days = daysBetween(monthStart(today, -months), today);
  const elapsed = shareBefore(second);
  const weights = days.map((day) => busyness(day) * (0.9 + random.next() * 0.2) * (day === today ? elapsed : 1));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const spread = Math.max(0, operations - recent);
  let seen = 0;
  let first = 0;
  const stretches = days.map((day, index): Stretch => {
    seen += weights[index] ?? 0;
    const count = Math.round((seen / total) * spread) - first;
    const failing = badDays.get(days.length - 1 - index) ?? 0.012 + random.next() * 0.014;
    const stretch = { day, first: first + 1, count, low: 0, high: day === today ? elapsed : 1, failing };
    first += count;
    return stretch;
  });
  const low = shareBefore(Math.max(0, second - recentSeconds));
  return [...stretches, { day: today, first: first + 1, count: operations - first, low, high: elapsed, failing: 0 }];
}

/** Stretches in batches of one local month each and at most `most` operations, unless a single day has more. */
export function batches(stretches: readonly Stretch[], most: number): Stretch[][] {
  const all: Stretch[][] = [];
  let size = 0;
  for (const stretch of stretches.filter(({ count }) => count > 0)) {
    const open = all.at(-1);
    if (open && size + stretch.count <= most && open[0]?.day.slice(0, 7) === stretch.day.slice(0, 7)) {
      open.push(stretch);
      size += stretch.count;
    } else {
      all.push([stretch]);
      size = stretch.count;
    }
  }
  return all;
}

/** Days for which partitions are needed: a local day may begin or end in the neighbouring UTC month. */
export function partitionDays(today: string): { first: string; last: string } {
  return { first: addDays(monthStart(today, -months), -1), last: addDays(monthStart(today, 4), -1) };
}
