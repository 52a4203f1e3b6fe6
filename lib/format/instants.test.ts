import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatter } from './formatter';

const pt = formatter('pt', 'Europe/Lisbon');
const en = formatter('en', 'Europe/Lisbon');
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const now = '2026-11-25T10:00:00Z';

describe('instants in the zone of the installation', () => {
  it('are in two pieces in a table, with the year only when it is another', () => {
    const { day, clock } = en.parts('2026-11-24T14:31:41Z', now);
    expect([plain(day), clock]).toEqual(['24 Nov', '14:31:41']);
    expect(plain(en.parts('2025-11-24T14:31:41Z', now).day)).toBe('24 Nov 2025');
  });

  it('name the zone on a detail page', () => {
    expect(plain(`${pt.full('2026-11-24T14:31:07Z')} ${pt.zone('2026-11-24T14:31:07Z')}`)).toBe(
      '24 nov 2026, 14:31:07 Europe/Lisbon (WET)',
    );
    expect(en.zone('2026-07-24T14:31:07Z')).toBe('Europe/Lisbon (WEST)');
  });

  it('tell UTC and local apart in a tooltip', () => {
    expect(plain(en.tooltip('2026-07-24T23:31:41Z'))).toBe('24 Jul 2026, 23:31:41 UTC · 25 Jul 2026, 00:31:41 WEST');
  });

  it('show the steps of one operation to the millisecond', () => {
    expect(pt.clockExact('2026-11-24T14:31:07.118Z')).toBe('14:31:07,118');
    expect(en.clockExact('2026-11-24T14:31:07.118Z')).toBe('14:31:07.118');
  });

  it('say until when the data reaches', () => {
    expect(pt.until('2026-11-25T09:32:00Z', now)).toBe('09:32');
    expect(plain(pt.until('2026-11-24T22:05:00Z', now))).toBe('24 nov 22:05');
  });

  it('write midnight as 00', () => {
    expect(pt.clock('2026-11-24T00:00:00Z')).toBe('00:00:00');
  });
});

describe('instants on a day on which the clock changes', () => {
  it('skip an hour in March', () => {
    expect(pt.clock('2026-03-29T00:59:59Z')).toBe('00:59:59');
    expect(pt.clock('2026-03-29T01:00:00Z')).toBe('02:00:00');
  });

  it('live an hour twice in October, told apart by the name of the zone', () => {
    const summer = '2026-10-25T00:30:00Z';
    const winter = '2026-10-25T01:30:00Z';
    expect([pt.clock(summer), pt.clock(winter)]).toEqual(['01:30:00', '01:30:00']);
    expect([pt.zone(summer), pt.zone(winter)]).toEqual(['Europe/Lisbon (WEST)', 'Europe/Lisbon (WET)']);
  });

  it('belong to the local day', () => {
    expect(pt.localDay('2026-07-23T23:30:00Z')).toBe('2026-07-24');
    expect(pt.localDay('2026-11-24T23:30:00Z')).toBe('2026-11-24');
    expect(formatter('pt', 'Atlantic/Azores').localDay('2026-11-25T00:30:00Z')).toBe('2026-11-24');
  });
});

describe('instants in any order', () => {
  const zones = ['Europe/Lisbon', 'Atlantic/Azores', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'America/St_Johns'];
  const instant = fc.integer({ min: Date.UTC(1973, 0), max: Date.UTC(2040, 0) });
  // Around the changes of the clocks in Lisbon, where a mistake would be.
  const changes = [Date.UTC(2026, 2, 29, 1), Date.UTC(2026, 9, 25, 1)];
  const nearChange = fc
    .tuple(fc.constantFrom(...changes), fc.integer({ min: -4e6, max: 4e6 }))
    .map(([at, by]) => at + by);

  it('read as Intl reads them', () => {
    const several = fc.array(fc.oneof(instant, nearChange), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(fc.constantFrom(...zones), several, (timeZone, times) => {
        const direct = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
        const ours = formatter('en', timeZone);
        for (const time of times) expect(`${ours.localDay(time)} ${ours.clock(time)}`).toBe(direct.format(time));
      }),
    );
  });
});

describe('the formatter', () => {
  it('is made once for each language and zone', () => {
    expect(formatter('pt', 'Europe/Lisbon')).toBe(pt);
    expect(formatter('pt', 'Europe/Madrid')).not.toBe(pt);
  });

  it('orders names as a reader would', () => {
    expect(['Zé', 'Água', 'Posto 10', 'Posto 9', 'Azul'].sort(pt.compareNames)).toEqual([
      'Água',
      'Azul',
      'Posto 9',
      'Posto 10',
      'Zé',
    ]);
  });
});
