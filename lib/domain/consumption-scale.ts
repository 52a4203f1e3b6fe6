export interface Scale {
  readonly max: number;
  readonly step: number;
}

const roundSteps = [1, 2, 2.5, 5];

/**
 * The smallest axis of three or four equal round steps that holds a peak: at most four grid values above zero.
 * Counts are whole, so a step is never below one and never has decimals.
 */
export function scaleFor(peak: number): Scale {
  for (let power = 1; ; power *= 10) {
    const fitting = roundSteps
      .map((round) => round * power)
      .filter(Number.isInteger)
      .flatMap((step) => [3, 4].map((count) => ({ max: step * count, step })))
      .filter(({ max }) => max >= peak)
      .sort((a, b) => a.max - b.max);
    if (fitting[0]) return fitting[0];
  }
}

/**
 * Shares in tenths of a percent that sum to exactly `whole` (largest remainders get what rounding down left over), or
 * null when there is nothing to share.
 */
export function sharesOf(values: readonly number[], whole = 1000): number[] | null {
  const total = values.reduce((sum, value) => sum + value, 0);
  if (total === 0) return null;
  const exact = values.map((value) => (value * whole) / total);
  const shares = exact.map(Math.floor);
  const left = whole - shares.reduce((sum, share) => sum + share, 0);
  const byRemainder = exact
    .map((value, index) => ({ index, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  for (const { index } of byRemainder.slice(0, left)) shares[index] = (shares[index] ?? 0) + 1;
  return shares;
}

/** Growth as a fraction (0.124 is +12.4 %); `new` when there was nothing before; null when there is nothing at all. */
export type Change = number | 'new' | null;

export function changeOf(now: number, before: number): Change {
  if (before === 0) return now === 0 ? null : 'new';
  return (now - before) / before;
}

/** A part of a whole as a fraction, or null when there is no whole. */
export function rateOf(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
