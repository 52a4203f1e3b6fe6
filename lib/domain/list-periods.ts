import { addDays, addMonths, type Day, type DayRange, lastDayOf, monthOf, monthToDate } from './consumption-calendar';

/** Ranges of days that are named from today, so that an address or a saved view means the same tomorrow. */
export const periods = [
  'today',
  'yesterday',
  'since-yesterday',
  'last-7-days',
  'last-30-days',
  'last-90-days',
  'this-month',
  'last-month',
] as const;
export type Period = (typeof periods)[number];

/** Days of a period whose last one is today, by their number; undefined for those that are not counted so. */
const daysOfPeriod: Partial<Record<Period, number>> = {
  today: 1,
  'since-yesterday': 2,
  'last-7-days': 7,
  'last-30-days': 30,
  'last-90-days': 90,
};

export function isPeriod(text: string): text is Period {
  return periods.some((each) => each === text);
}

/** The local days that a period means on the day `today`. */
export function rangeOfPeriod(period: Period, today: Day): DayRange {
  const count = daysOfPeriod[period];
  if (count !== undefined) return { from: addDays(today, 1 - count), to: today };
  if (period === 'this-month') return monthToDate(today);
  if (period === 'yesterday') return { from: addDays(today, -1), to: addDays(today, -1) };
  const month = addMonths(monthOf(today), -1);
  return { from: `${month}-01`, to: lastDayOf(month) };
}
