import { type Language, tagOf } from '@/lib/i18n/language';

/** Local days (`YYYY-MM-DD`) and months (`YYYY-MM`) carry no zone any more: they are read and written as UTC. */
const asDate = (text: string): Date => new Date(`${text.length === 7 ? `${text}-01` : text}T00:00:00Z`);

const noBreakSpace = '\u00a0';

/** Names of days and months: three letters without a full stop in both languages, or whole. Written once: a list has many. */
function calendarNames(language: Language) {
  const writer = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(tagOf(language), { ...options, timeZone: 'UTC' });
  const [monthNames, weekdayNames] = [writer({ month: 'long' }), writer({ weekday: 'long' })];
  const months = Array.from({ length: 12 }, (_, month) => monthNames.format(Date.UTC(2024, month)));
  // 7 January 2024 was a Sunday, which getUTCDay counts as 0.
  const weekdays = Array.from({ length: 7 }, (_, day) => weekdayNames.format(Date.UTC(2024, 0, 7 + day)));
  const month = (date: Date): string => months[date.getUTCMonth()] ?? '';
  return {
    month,
    monthShort: (date: Date): string => month(date).slice(0, 3),
    weekdayShort: (date: Date): string => (weekdays[date.getUTCDay()] ?? '').slice(0, 3),
  };
}

/** Local days and months in the manner of one language. Arguments are `YYYY-MM-DD` and `YYYY-MM`. */
export function calendarFormats(language: Language) {
  const names = calendarNames(language);
  const number = (date: Date): number => date.getUTCDate();
  const year = (date: Date): number => date.getUTCFullYear();
  // "24 de novembro de 2026", "24 November 2026"
  const of = language === 'pt' ? ' de ' : ' ';

  /** 24 Nov */
  const dayShort = (day: string): string => {
    const date = asDate(day);
    return `${number(date)}${noBreakSpace}${names.monthShort(date)}`;
  };
  /** 24 Nov 2026 */
  const day = (text: string): string => `${dayShort(text)}${noBreakSpace}${year(asDate(text))}`;
  /** 24 November 2026 */
  const dayLong = (text: string): string => {
    const date = asDate(text);
    return `${number(date)}${of}${names.month(date)}${of}${year(date)}`;
  };

  /** 23–24 Nov · 28 Oct – 3 Nov · 30 Dec 2025 – 2 Jan 2026. The year is left to the page unless it changes. */
  const range = (from: string, to: string): string => {
    if (from === to) return dayShort(from);
    if (from.slice(0, 7) === to.slice(0, 7)) return `${number(asDate(from))}–${dayShort(to)}`;
    return from.slice(0, 4) === to.slice(0, 4) ? `${dayShort(from)} – ${dayShort(to)}` : `${day(from)} – ${day(to)}`;
  };

  /** 1–24 November 2026 · 28 October – 3 November 2026 */
  const rangeLong = (from: string, to: string): string => {
    if (from === to) return dayLong(from);
    const start = asDate(from);
    if (from.slice(0, 7) === to.slice(0, 7)) return `${number(start)}–${dayLong(to)}`;
    if (from.slice(0, 4) !== to.slice(0, 4)) return `${dayLong(from)} – ${dayLong(to)}`;
    return `${number(start)}${of}${names.month(start)} – ${dayLong(to)}`;
  };

  return {
    day,
    dayShort,
    dayLong,
    range,
    rangeLong,
    /** Tue 24 Nov */
    weekday: (text: string): string => `${names.weekdayShort(asDate(text))} ${dayShort(text)}`,
    /** November 2026, novembro de 2026 */
    month: (text: string): string => `${names.month(asDate(text))}${of}${year(asDate(text))}`,
    /** Nov */
    monthShort: (text: string): string => names.monthShort(asDate(text)),
  };
}
