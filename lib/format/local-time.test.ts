import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { localTime } from './local-time';

const zones = ['Europe/Lisbon', 'Atlantic/Azores', 'Asia/Kathmandu', 'America/St_Johns', 'UTC'];

describe('the local time of files', () => {
  it('is what the calendar says, to the millisecond, with the offset of that very instant', () => {
    const instants = fc.integer({ min: Date.UTC(2000), max: Date.UTC(2100) });
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.array(instants, { maxLength: 20 }), (zone, all) => {
        const { iso } = localTime(zone);
        for (const at of all) {
          const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
          expect(iso(at)).toBe(there.toString({ timeZoneName: 'never', fractionalSecondDigits: 3 }));
          expect(Date.parse(iso(at))).toBe(at);
        }
      }),
    );
  });

  it('reads twice the same clock when it goes back, told apart by the offset', () => {
    const { iso, spreadsheet } = localTime('Europe/Lisbon');
    const [first, second] = [Date.UTC(2026, 9, 25, 0, 30), Date.UTC(2026, 9, 25, 1, 30)];
    expect([iso(first), iso(second)]).toEqual(['2026-10-25T01:30:00.000+01:00', '2026-10-25T01:30:00.000+00:00']);
    expect(spreadsheet(first)).toBe(spreadsheet(second));
  });

  it('counts days as spreadsheets do', () => {
    expect(localTime('UTC').spreadsheet(Date.UTC(2026, 10, 24, 12))).toBe(46_350.5);
  });
});
