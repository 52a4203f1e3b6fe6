import { Temporal } from 'temporal-polyfill';

const quarterMs = 15 * 60_000;
const dayMs = 86_400_000;
/** Days from 30 December 1899, where the calendar of spreadsheets begins, to 1970. */
const spreadsheetEpoch = 25_569;
const mostKept = 50_000;

/**
 * Wall-clock readings of one zone for files of many rows: an offset is looked up once a quarter of an hour, since today's
 * zones are whole quarters away from UTC, and change at no other time.
 */
export function localTime(timeZone: string) {
  const offsets = new Map<number, number>();

  /** Milliseconds that the zone is ahead of UTC at an instant. */
  function offsetAt(at: number): number {
    const quarter = Math.floor(at / quarterMs);
    const known = offsets.get(quarter);
    if (known !== undefined) return known;
    if (offsets.size >= mostKept) offsets.clear();
    const offset = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).offsetNanoseconds / 1e6;
    offsets.set(quarter, offset);
    return offset;
  }

  /** Quarter by quarter, since the rows of a list follow each other in time. */
  let quarter = Number.NaN;
  let upToHour = '';
  let firstMinute = 0;
  let behindSeconds = '';
  function enter(its: number): void {
    const offset = offsetAt(its * quarterMs);
    const local = new Date(its * quarterMs + offset).toISOString();
    quarter = its;
    upToHour = local.slice(0, 14);
    firstMinute = Number(local.slice(14, 16));
    behindSeconds = offsetText(offset);
  }

  return {
    /** 2026-11-24T14:31:41.118+00:00 */
    iso: (at: number): string => {
      const its = Math.floor(at / quarterMs);
      if (its !== quarter) enter(its);
      const rest = Math.round(at - its * quarterMs);
      const minute = two(firstMinute + Math.floor(rest / 60_000));
      return `${upToHour}${minute}:${two(Math.floor(rest / 1_000) % 60)}.${thousandths[rest % 1_000]}${behindSeconds}`;
    },
    /** What a spreadsheet reads as the zone's date and time: days since its own beginning. */
    spreadsheet: (at: number): number => (at + offsetAt(at)) / dayMs + spreadsheetEpoch,
  };
}

/** 000 to 999 */
const thousandths = Array.from({ length: 1_000 }, (_, value) => String(value).padStart(3, '0'));

const two = (value: number): string => (value < 10 ? `0${value}` : `${value}`);

function offsetText(offset: number): string {
  const minutes = Math.abs(Math.round(offset / 60_000));
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
