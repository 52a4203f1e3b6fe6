const dayMs = 86_400_000;

const asDate = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** The day `count` days after `day` (both YYYY-MM-DD, no zone involved). */
export function addDays(day: string, count: number): string {
  return new Date(asDate(day).getTime() + count * dayMs).toISOString().slice(0, 10);
}

/** First day of the month `count` months after that of `day`. */
export function monthStart(day: string, count: number): string {
  const date = asDate(day);
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count, 1)).toISOString().slice(0, 10);
}

/** Every day from `first` to `last`, both included. */
export function daysBetween(first: string, last: string): string[] {
  const count = Math.round((asDate(last).getTime() - asDate(first).getTime()) / dayMs) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => addDays(first, index));
}

const perWeekday = [0.14, 1.04, 1.1, 1.06, 1.02, 1.08, 0.36];
const perMonth = [0.98, 0.94, 1.05, 1.0, 1.04, 1.02, 1.06, 0.64, 0.99, 1.07, 1.12, 1.34];
/** Portuguese holidays on fixed dates: shops are shut, invoicing software mostly rests. */
const holidays = /-(01-01|04-25|05-01|06-10|08-15|10-05|11-01|12-01|12-08|12-25)$/;
const yearlyGrowth = 1.28;

/** How busy a day is beside others: week, season, holidays, the rush that ends a month, and steady growth. */
export function busyness(day: string): number {
  const date = asDate(day);
  const lastOfMonth = addDays(monthStart(day, 1), -1);
  const rush = day >= addDays(lastOfMonth, -1) ? 1.35 : 1;
  const growth = yearlyGrowth ** (date.getTime() / (365.25 * dayMs) - 50);
  const rest = holidays.test(day) ? 0.22 : 1;
  return (perWeekday[date.getUTCDay()] ?? 1) * (perMonth[date.getUTCMonth()] ?? 1) * rush * growth * rest;
}

const perHour = [1, 1, 1, 1, 1, 2, 6, 16, 42, 78, 92, 88, 66, 48, 78, 94, 96, 88, 62, 34, 18, 9, 5, 2];

/** Share of a day's operations before each hour: 25 numbers from 0 to 1. */
export const hourShares: readonly number[] = runningShares(perHour);

/** Share of a day's operations before the given second of it. */
export function shareBefore(second: number): number {
  const hour = Math.min(23, Math.floor(second / 3600));
  const before = hourShares[hour] ?? 0;
  return before + ((hourShares[hour + 1] ?? 1) - before) * Math.min(1, second / 3600 - hour);
}

/** Running shares of weights, from 0 to 1, one more than there are weights. */
export function runningShares(weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  const shares = weights.map((weight) => {
    sum += weight;
    return sum / total;
  });
  return [0, ...shares.slice(0, -1), 1];
}
