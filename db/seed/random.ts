import { v7 } from 'uuid';

export type Random = {
  /** A number from 0 up to but not including 1. */
  next(): number;
  /** A whole number from 0 up to but not including `below`. */
  below(below: number): number;
  /** A UUID v7 whose time is `at` and whose other bits come from this source. */
  id(at: Date): string;
};

/** A source of numbers that says the same in every run (mulberry32): a demonstration must be repeatable, not secret. */
export function repeatable(seed: number): Random {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    id: (at) => v7({ msecs: at.getTime(), random: Uint8Array.from({ length: 16 }, () => below(256)) }),
  };
}
