import { Temporal } from 'temporal-polyfill';

/** Today's calendar day in a time zone, `YYYY-MM-DD`. */
export function todayIn(zone: string, now: Date = new Date()): string {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/**
 * The first instant of a calendar day in a time zone. Where the clock reads midnight twice it is the earlier one, where
 * it skips midnight the instant of the jump: received_at of that local day begins here.
 * @param day `YYYY-MM-DD`
 */
export function startOfDay(day: string, zone: string): Date {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds);
}
