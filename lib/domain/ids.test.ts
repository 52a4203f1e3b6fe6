import { describe, expect, it } from 'vitest';
import { newId, timeOfId } from './ids';

describe('a new id', () => {
  it('carries its time, to the millisecond', () => {
    for (const at of [0, 1, 1_795_650_000_123, 2 ** 48 - 1]) expect(timeOfId(newId(at))).toBe(at);
    expect(Math.abs(Date.now() - (timeOfId(newId()) ?? 0))).toBeLessThan(1_000);
  });

  it('is never given twice, beyond one draw of randomness', () => {
    expect(new Set(Array.from({ length: 5_000 }, () => newId(1_795_650_000_123))).size).toBe(5_000);
  });
});

describe('the time of an id', () => {
  it.each(['', 'x', '6f9619ff-8b86-4d01-b42d-00cf4fc964ff', "' or 1=1"])('is unknown for %j', (id) => {
    expect(timeOfId(id)).toBeNull();
  });
});
