/** A local calendar day of the installation's zone, `YYYY-MM-DD`. */
export type Day = string;
/** A local calendar month of the installation's zone, `YYYY-MM`. */
export type Month = string;
/** Both ends belong to the range. */
export interface DayRange {
  readonly from: Day;
  readonly to: Day;
}

// Days have no zone once they are local, so UTC arithmetic never meets a change of the clock.
const asDate = (day: Day): Date => new Date(`${day}T00:00:00Z`);
const asDay = (date: Date): Day => date.toISOString().slice(0, 10);

/** The day `count` days after (before, when negative) a day. */
export function addDays(day: Day, count: number): Day {
  const date = asDate(day);
  date.setUTCDate(date.getUTCDate() + count);
  return asDay(date);
}

/** How many days lie between two days; negative when the second is the earlier. */
export function daysBetween(from: Day, to: Day): number {
  return (asDate(to).getTime() - asDate(from).getTime()) / 86_400_000;
}

/** The month a day belongs to. */
export function monthOf(day: Day): Month {
  return day.slice(0, 7);
}

/** The month `count` months after (before, when negative) a month. */
export function addMonths(month: Month, count: number): Month {
  const date = asDate(`${month}-01`);
  date.setUTCMonth(date.getUTCMonth() + count);
  return monthOf(asDay(date));
}

/** The last day of a month. */
export function lastDayOf(month: Month): Day {
  return addDays(`${addMonths(month, 1)}-01`, -1);
}

/** The last `count` days, oldest first, today included. */
export function daysUntil(today: Day, count: number): Day[] {
  return Array.from({ length: count }, (_, index) => addDays(today, index - count + 1));
}

/** The last `count` months, oldest first, the running one included. */
export function monthsUntil(today: Day, count: number): Month[] {
  return Array.from({ length: count }, (_, index) => addMonths(monthOf(today), index - count + 1));
}

/** The running month up to today. */
export function monthToDate(today: Day): DayRange {
  return { from: `${monthOf(today)}-01`, to: today };
}

/** The same days of last month; a shorter month is compared up to its last day (31 March: 1 to 28 February). */
export function sameDaysOfLastMonth(today: Day): DayRange {
  const month = addMonths(monthOf(today), -1);
  const sameDay = `${month}${today.slice(7)}`;
  const last = lastDayOf(month);
  return { from: `${month}-01`, to: sameDay < last ? sameDay : last };
}

/** The days a bar stands for: the day itself, or its month up to today. */
export function rangeOf(period: Day | Month, today: Day): DayRange {
  if (period.length > 7) return { from: period, to: period };
  const last = lastDayOf(period);
  return { from: `${period}-01`, to: today < last ? today : last };
}

/** The first day of a working week. */
export function isMonday(day: Day): boolean {
  return asDate(day).getUTCDay() === 1;
}
