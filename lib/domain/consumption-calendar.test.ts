import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  daysBetween,
  daysUntil,
  lastDayOf,
  monthOf,
  monthsUntil,
  monthToDate,
  rangeOf,
  sameDaysOfLastMonth,
} from './consumption-calendar';

const anyDay = fc.integer({ min: 0, max: 40_000 }).map((offset) => addDays('2000-01-01', offset));

describe('the calendar of consumption', () => {
  it('counts the days between two as it adds them', () => {
    const count = fc.integer({ min: -4_000, max: 4_000 });
    fc.assert(fc.property(anyDay, count, (day, n) => daysBetween(day, addDays(day, n)) === n));
  });

  it('crosses months, years and leap days', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addMonths('2026-01', -1)).toBe('2025-12');
    expect(lastDayOf('2026-02')).toBe('2026-02-28');
  });

  it('ends every window with today', () => {
    expect(daysUntil('2026-11-02', 3)).toEqual(['2026-10-31', '2026-11-01', '2026-11-02']);
    expect(monthsUntil('2026-01-31', 3)).toEqual(['2025-11', '2025-12', '2026-01']);
  });

  it('has neither gaps nor repetitions on the days when clocks change', () => {
    expect(daysUntil('2026-03-30', 3)).toEqual(['2026-03-28', '2026-03-29', '2026-03-30']);
    expect(daysUntil('2026-10-26', 3)).toEqual(['2026-10-24', '2026-10-25', '2026-10-26']);
  });

  it('compares with the same days of last month', () => {
    expect(sameDaysOfLastMonth('2026-11-24')).toEqual({ from: '2026-10-01', to: '2026-10-24' });
    expect(sameDaysOfLastMonth('2027-01-01')).toEqual({ from: '2026-12-01', to: '2026-12-01' });
  });

  it('compares with a shorter month up to its last day', () => {
    expect(sameDaysOfLastMonth('2026-03-31')).toEqual({ from: '2026-02-01', to: '2026-02-28' });
    expect(sameDaysOfLastMonth('2028-03-30')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
    expect(sameDaysOfLastMonth('2026-12-31')).toEqual({ from: '2026-11-01', to: '2026-11-30' });
  });

  it('gives a bar its days, the running month only up to today', () => {
    expect(rangeOf('2026-11-24', '2026-11-24')).toEqual({ from: '2026-11-24', to: '2026-11-24' });
    expect(rangeOf('2026-10', '2026-11-24')).toEqual({ from: '2026-10-01', to: '2026-10-31' });
    expect(rangeOf('2026-11', '2026-11-24')).toEqual({ from: '2026-11-01', to: '2026-11-24' });
  });

  it('keeps the comparison inside the month before, never longer than the running one', () => {
    fc.assert(
      fc.property(anyDay, (today) => {
        const { from, to } = sameDaysOfLastMonth(today);
        expect([monthOf(from), monthOf(to)]).toEqual(Array(2).fill(addMonths(monthOf(today), -1)));
        expect(to.slice(8) <= today.slice(8)).toBe(true);
        expect(to.slice(8) === today.slice(8) || to === lastDayOf(monthOf(to))).toBe(true);
      }),
    );
  });

  it('covers a month by its days exactly', () => {
    fc.assert(
      fc.property(anyDay, (today) => {
        const { from, to } = monthToDate(today);
        expect(daysUntil(to, Number(today.slice(8)))[0]).toBe(from);
        expect(addDays(lastDayOf(monthOf(today)), 1)).toBe(`${addMonths(monthOf(today), 1)}-01`);
      }),
    );
  });
});
