import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, hourShares, monthStart, shareBefore } from './calendar';
import { batches, planDays } from './plan';
import { repeatable } from './random';

const day = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const second = fc.integer({ min: 0, max: 86_399 });

describe('the plan of the demonstration', () => {
  it('spreads exactly the number asked for, numbered without gap, and nothing after now', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), day, second, (operations, today, now) => {
        const plan = planDays(operations, today, now, repeatable(1));
        expect(plan.reduce((sum, { count }) => sum + count, 0)).toBe(operations);
        const ends = plan.map(({ first, count }) => first + count);
        expect(plan.map(({ first }) => first)).toEqual([1, ...ends.slice(0, -1)]);
        expect(plan.filter(({ count }) => count < 0)).toEqual([]);
        expect(plan.filter((each) => each.day === today && each.high !== shareBefore(now))).toEqual([]);
        expect(
          batches(plan, 1_000)
            .flat()
            .reduce((sum, { count }) => sum + count, 0),
        ).toBe(operations);
      }),
      { numRuns: 30 },
    );
  });

  it('covers 24 whole months and the running one', () => {
    const plan = planDays(100_000, '2026-11-25', 50_000, repeatable(1));
    expect(plan[0]?.day).toBe('2024-11-01');
    expect(plan.every(({ count }) => count > 0)).toBe(true);
    expect(daysBetween('2024-11-01', '2026-11-25')).toHaveLength(plan.length - 1);
  });

  it('is quiet on Sundays and in August, busy in December', () => {
    const plan = planDays(1_000_000, '2026-11-25', 50_000, repeatable(1));
    const total = (pick: (day: string) => boolean) =>
      plan.filter((each) => pick(each.day)).reduce((sum, { count }) => sum + count, 0);
    expect(total((day) => day.startsWith('2026-08'))).toBeLessThan(total((day) => day.startsWith('2026-07')) * 0.75);
    expect(total((day) => day.startsWith('2025-12'))).toBeGreaterThan(total((day) => day.startsWith('2025-11')) * 1.1);
    const weekday = (n: number) => total((day) => new Date(day).getUTCDay() === n);
    expect(weekday(0)).toBeLessThan(weekday(2) * 0.25);
  });

  it('keeps a batch within one month', () => {
    for (const batch of batches(planDays(50_000, '2026-03-31', 1, repeatable(1)), 1_000)) {
      expect(new Set(batch.map(({ day }) => day.slice(0, 7))).size).toBe(1);
    }
  });
});

describe('the calendar of the demonstration', () => {
  it('adds days and months without a zone', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(monthStart('2026-03-31', -24)).toBe('2024-03-01');
    expect(monthStart('2026-11-25', 2)).toBe('2027-01-01');
  });

  it('gives every second of a day its share, rising', () => {
    fc.assert(fc.property(second, (at) => shareBefore(at + 1) > shareBefore(at)));
    expect([hourShares[0], shareBefore(0), shareBefore(86_400)]).toEqual([0, 0, 1]);
  });
});
