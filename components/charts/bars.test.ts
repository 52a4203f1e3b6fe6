import { describe, expect, it } from 'vitest';
import { centreOf, depthOf, isDense } from './bars';

describe('the drawing of bars', () => {
  it('stands on the base line and reaches the top at the end of the axis', () => {
    const month = { size: 'month', scale: { max: 60_000, step: 20_000 } } as const;
    expect(depthOf(month, 0)).toBe(206);
    expect(depthOf(month, 60_000)).toBe(6);
    expect(depthOf(month, 30_000)).toBe(106);
  });

  it('gives each bar an equal place', () => {
    expect([0, 1, 2, 3].map((index) => centreOf(index, 4))).toEqual([12.5, 37.5, 62.5, 87.5]);
  });

  it('is dense from the second month of days on', () => {
    const bar = { title: '', values: [], height: 0 };
    expect(isDense({ bars: Array(31).fill(bar) })).toBe(false);
    expect(isDense({ bars: Array(90).fill(bar) })).toBe(true);
  });
});
