import { describe, expect, it } from 'vitest';
import { countsOf } from './test-counts.mjs';

const vitest = (more) => ({ numPassedTests: 3, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1, ...more });

describe('counting what a stage did', () => {
  it.each([
    ['one', { succeeded: true }, [1, 0, 0]],
    ['one', { succeeded: false }, [0, 1, 0]],
    ['vitest', { succeeded: true, report: vitest() }, [3, 0, 2]],
    ['vitest', { succeeded: false, report: vitest({ numFailedTests: 2 }) }, [3, 2, 2]],
    [
      'playwright',
      { succeeded: true, report: { stats: { expected: 4, unexpected: 0, flaky: 0, skipped: 1 } } },
      [4, 0, 1],
    ],
    [
      'playwright',
      { succeeded: true, report: { stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 0 } } },
      [4, 2, 0],
    ],
    [
      'line',
      { succeeded: true, output: 'x\n1 passed, 0 failed, 0 skipped\n9 passed, 0 failed, 2 skipped\n' },
      [9, 0, 2],
    ],
  ])('%s %j', (kind, result, [passed, failed, skipped]) => {
    expect(countsOf(kind, { output: '', report: undefined, ...result })).toEqual({ passed, failed, skipped });
  });

  it.each([
    ['a suite that does not load', 'vitest', { succeeded: false, report: vitest() }],
    ['a runner that left no report', 'vitest', { succeeded: true }],
    [
      'a runner that found no tests',
      'playwright',
      { succeeded: true, report: { stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0 } } },
    ],
    ['a program that counts nothing', 'line', { succeeded: true, output: 'done\n' }],
    [
      'a program that says well and ends badly',
      'line',
      { succeeded: false, output: '9 passed, 0 failed, 0 skipped\n' },
    ],
  ])('%s has failed', (_, kind, result) => {
    expect(countsOf(kind, { output: '', report: undefined, ...result }).failed).toBe(1);
  });
});
