import { describe, expect, it } from 'vitest';
import { daysUntilInForce, monthLabels, yearTicks } from './year-geometry';

describe('the year of the sign-in page', () => {
  it('has a tick for each day and a name for each month', () => {
    expect(yearTicks()).toHaveLength(365);
    expect(monthLabels().map((label) => label.day.slice(5, 7))).toEqual([
      '01',
      '02',
      '03',
      '04',
      '05',
      '06',
      '07',
      '08',
      '09',
      '10',
      '11',
      '12',
    ]);
  });

  it('counts the days that are left, across the change of the clock', () => {
    expect(daysUntilInForce('2026-11-24')).toBe(38);
    expect(daysUntilInForce('2026-10-24')).toBe(69);
    expect(daysUntilInForce('2026-12-31')).toBe(1);
  });

  it('counts nothing once the law is in force', () => {
    expect(daysUntilInForce('2027-01-01')).toBe(0);
    expect(daysUntilInForce('2027-02-01')).toBeLessThan(0);
  });
});
