import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { called, mayCall } from './breaker';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('leaves an authority alone after five calls without an answer, then tries it by one', () => {
  for (let n = 0; n < 5; n++) {
    expect(mayCall('a')).toBe(true);
    called('a', false);
  }
  expect(mayCall('a')).toBe(false);
  expect(mayCall('b')).toBe(true);
  vi.advanceTimersByTime(30_001);
  expect([mayCall('a'), mayCall('a')]).toEqual([true, false]);
  called('a', true);
  expect([mayCall('a'), mayCall('a')]).toEqual([true, true]);
});

it('an answer in between begins the count anew', () => {
  for (const answered of [false, false, false, false, true, false, false, false, false]) called('c', answered);
  expect(mayCall('c')).toBe(true);
});
