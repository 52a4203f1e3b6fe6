import { type Language, tagOf } from '@/lib/i18n/language';
import { calendarFormats } from './calendar';
import { zoneOffset } from './zone-offset';

/** An instant: a Date, milliseconds since 1970, or ISO 8601 with an offset. */
export type Instant = Date | number | string;

const asDate = (at: Instant): Date => (at instanceof Date ? at : new Date(at));

/** Reads the fields of an instant in a zone. */
function clockOf(timeZone: string) {
  const offsetAt = zoneOffset(timeZone);
  return (at: Instant) => {
    const time = asDate(at).getTime();
    const text = new Date(time + offsetAt(time)).toISOString();
    return {
      day: text.slice(0, 10),
      minutes: text.slice(11, 16),
      seconds: text.slice(17, 19),
      milliseconds: text.slice(20, 23),
    };
  };
}

/** Instants in one language and one zone (an IANA name). */
export function instantFormats(language: Language, timeZone: string) {
  const local = clockOf(timeZone);
  const universal = clockOf('UTC');
  const calendar = calendarFormats(language);
  // The Portuguese short names (WET, WEST, AZOT) are the ones people here know, in both languages.
  const zoneReader = new Intl.DateTimeFormat('pt-PT', { timeZone, timeZoneName: 'short' });
  const zoneName = (at: Instant): string =>
    zoneReader.formatToParts(asDate(at)).find((part) => part.type === 'timeZoneName')?.value ?? timeZone;

  /** 14:31:41 */
  const clock = (at: Instant): string => `${local(at).minutes}:${local(at).seconds}`;

  /** Table form, in two pieces because they differ in ink: 24 Nov, 14:31:41. Another year than `now`'s is named. */
  const parts = (at: Instant, now: Instant = Date.now()): { day: string; clock: string } => {
    const { day, minutes, seconds } = local(at);
    const sameYear = day.slice(0, 4) === local(now).day.slice(0, 4);
    return { day: sameYear ? calendar.dayShort(day) : calendar.day(day), clock: `${minutes}:${seconds}` };
  };

  /** Detail form without the zone: 24 Nov 2026, 14:31:07 */
  const full = (at: Instant): string => `${calendar.day(local(at).day)}, ${clock(at)}`;

  return {
    parts,
    clock,
    full,
    /** Europe/Lisbon (WET): stands after `full` on detail pages. */
    zone: (at: Instant): string => `${timeZone} (${zoneName(at)})`,
    /** As printed on paper, which knows no tooltip: 24 Nov 2026, 14:31:07 WET */
    printed: (at: Instant): string => `${full(at)} ${zoneName(at)}`,
    /** 14:31:07,118: steps of one operation. */
    clockExact: (at: Instant): string => `${clock(at)}${language === 'pt' ? ',' : '.'}${local(at).milliseconds}`,
    /** "Data until …": 14:32 on the day of `now`, otherwise 23 Nov 14:32. */
    until: (at: Instant, now: Instant): string => {
      const there = local(at);
      return there.day === local(now).day ? there.minutes : `${parts(at, now).day} ${there.minutes}`;
    },
    /** Both readings, for a tooltip: 24 Nov 2026, 14:31:41 UTC · 24 Nov 2026, 14:31:41 WET */
    tooltip: (at: Instant): string => {
      const there = universal(at);
      return `${calendar.day(there.day)}, ${there.minutes}:${there.seconds} UTC · ${full(at)} ${zoneName(at)}`;
    },
    /** The local day an instant belongs to, `YYYY-MM-DD`. */
    localDay: (at: Instant): string => local(at).day,
  };
}

/** Order of names in one language: accents and case come last, digits count as numbers. */
export function nameOrder(language: Language): (a: string, b: string) => number {
  return new Intl.Collator(tagOf(language), { numeric: true, sensitivity: 'variant' }).compare;
}
