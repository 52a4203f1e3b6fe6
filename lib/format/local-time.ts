import { zoneOffset } from './zone-offset';

const quarterMs = 15 * 60_000;
const dayMs = 86_400_000;
/** Days from 30 December 1899, where the calendar of spreadsheets begins, to 1970. */
const spreadsheetEpoch = 25_569;

/**
 * Wall-clock readings of one zone for files of many rows, written quarter by quarter of an hour: today's zones are whole
 * quarters away from UTC.
 */
export function localTime(timeZone: string) {
  const offsetAt = zoneOffset(timeZone);

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
