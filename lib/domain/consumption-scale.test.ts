import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeOf, rateOf, scaleFor, sharesOf } from './consumption-scale';

const counts = fc.array(fc.integer({ min: 0, max: 5_000_000 }), { minLength: 1, maxLength: 40 });

describe('the axis', () => {
  it('takes three or four round steps', () => {
    expect(scaleFor(55_400)).toEqual({ max: 60_000, step: 20_000 });
    expect(scaleFor(2_775)).toEqual({ max: 3_000, step: 1_000 });
    expect(scaleFor(61_000)).toEqual({ max: 75_000, step: 25_000 });
    expect(scaleFor(0)).toEqual({ max: 3, step: 1 });
    expect(scaleFor(4)).toEqual({ max: 4, step: 1 });
  });

  it('holds every peak in whole steps without wasting half of the height', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 100_000_000 }), (peak) => {
        const { max, step } = scaleFor(peak);
        expect(max).toBeGreaterThanOrEqual(peak);
        expect(max).toBeLessThan(peak * 2);
        expect(Number.isInteger(step)).toBe(true);
        expect([3, 4]).toContain(max / step);
      }),
    );
  });
});

describe('shares', () => {
  it('round to tenths of a percent that sum to a hundred', () => {
    expect(sharesOf([1, 1, 1])).toEqual([334, 333, 333]);
    expect(sharesOf([12_534, 9_641, 7_720, 5_788, 4_340, 8_190])).toEqual([260, 200, 160, 120, 90, 170]);
  });

  it('are absent when there is nothing to share', () => {
    expect(sharesOf([0, 0])).toBeNull();
    expect(sharesOf([])).toBeNull();
  });

  it('sum to the whole and stay within a tenth of the exact figure, whatever the values', () => {
    fc.assert(
      fc.property(counts, (values) => {
        const total = values.reduce((sum, value) => sum + value, 0);
        const shares = sharesOf(values);
        fc.pre(shares !== null);
        expect(shares?.reduce((sum, share) => sum + share, 0)).toBe(1000);
        shares?.forEach((share, index) => {
          expect(Math.abs(share - ((values[index] ?? 0) * 1000) / total)).toBeLessThan(1);
        });
      }),
    );
  });
});

describe('change and rate', () => {
  it('is a fraction of what was before', () => {
    expect(changeOf(48_213, 42_897)).toBeCloseTo(0.1239, 4);
    expect(changeOf(0, 10)).toBe(-1);
  });

  it('is new where there was nothing, and nothing where there still is nothing', () => {
    expect(changeOf(5, 0)).toBe('new');
    expect(changeOf(0, 0)).toBeNull();
  });

  it('has no rate without a whole', () => {
    expect(rateOf(127, 46_902)).toBeCloseTo(0.0027, 4);
    expect(rateOf(0, 0)).toBeNull();
  });
});
