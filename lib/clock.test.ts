import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startOfDay } from './clock';
import { addDays } from './domain/consumption-calendar';

/** What a clock on the wall of that zone shows: told by the platform, not by the code under test. */
function wallDay(at: number, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return parts.format(at);
}

const zones = ['Europe/Lisbon', 'Atlantic/Azores', 'Atlantic/Madeira', 'UTC', 'America/Sao_Paulo', 'Asia/Kathmandu'];

describe('the beginning of a day', () => {
  it('is the first millisecond that a wall clock shows that day, in every zone and over every change of the clock', () => {
    const day = fc.integer({ min: 0, max: 36_500 }).map((count) => addDays('2000-01-01', count));
    fc.assert(
      fc.property(day, fc.constantFrom(...zones), (date, zone) => {
        const start = startOfDay(date, zone).getTime();
        expect(wallDay(start, zone)).toBe(date);
        expect(wallDay(start - 1, zone)).toBe(addDays(date, -1));
      }),
      { numRuns: 2_000 },
    );
  });

  it('knows the days of 23 and 25 hours, midnight that comes twice and midnight that does not come', () => {
    const hours = (date: string, zone: string) =>
      (startOfDay(addDays(date, 1), zone).getTime() - startOfDay(date, zone).getTime()) / 3_600_000;
    expect(hours('2026-03-29', 'Europe/Lisbon')).toBe(23);
    expect(hours('2026-10-25', 'Europe/Lisbon')).toBe(25);
    expect(startOfDay('2026-10-25', 'Atlantic/Azores').toISOString()).toBe('2026-10-25T00:00:00.000Z');
    expect(startOfDay('2018-11-04', 'America/Sao_Paulo').toISOString()).toBe('2018-11-04T03:00:00.000Z');
  });
});
