import { Temporal } from 'temporal-polyfill';

const quarterMs = 15 * 60_000;
const dayMs = 86_400_000;
/** Days from 30 December 1899, where the calendar of spreadsheets begins, to 1970. */
const spreadsheetEpoch = 25_569;
const mostKept = 50_000;

/**
 * Wall-clock readings of one zone for files of many rows: an offset is looked up once a quarter of an hour, since no
 * zone changes in between.
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

  return {
    /** 2026-11-24T14:31:41.118+00:00 */
    iso: (at: number): string => {
      const offset = offsetAt(at);
      return `${new Date(at + offset).toISOString().slice(0, 23)}${offsetText(offset)}`;
    },
    /** What a spreadsheet reads as the zone's date and time: days since its own beginning. */
    spreadsheet: (at: number): number => (at + offsetAt(at)) / dayMs + spreadsheetEpoch,
  };
}

const two = (value: number): string => String(value).padStart(2, '0');

function offsetText(offset: number): string {
  const minutes = Math.abs(Math.round(offset / 60_000));
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
