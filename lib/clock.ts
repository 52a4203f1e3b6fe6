import { Temporal } from 'temporal-polyfill';

/** Today's calendar day in a time zone, `YYYY-MM-DD`. */
export function todayIn(zone: string, now: Date = new Date()): string {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString();
}
