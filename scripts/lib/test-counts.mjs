/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @param {Counts[]} all @returns {Counts} */
export function sumCounts(all) {
  const sum = (name) => all.reduce((total, counts) => total + counts[name], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}

/** @param {Counts} counts */
export const countsLine = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed, ${skipped} skipped`;

/** Reads how a stage went. Whatever a report says, a program that ended badly has failed at least once, and one that
 * should have counted tests and counted none has failed.
 * @param {'one' | 'vitest' | 'playwright' | 'line'} kind
 * @param {{ succeeded: boolean, output: string, report: any }} result
 * @returns {Counts} */
export function countsOf(kind, { succeeded, output, report }) {
  const counts = read(kind, succeeded, output, report) ?? { passed: 0, failed: 1, skipped: 0 };
  const nothing = counts.passed + counts.failed + counts.skipped === 0;
  return nothing || (!succeeded && counts.failed === 0) ? { ...counts, failed: 1 } : counts;
}

function read(kind, succeeded, output, report) {
  if (kind === 'one') return { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1, skipped: 0 };
  if (kind === 'line') {
    const line = [...output.matchAll(/^(\d+) passed, (\d+) failed, (\d+) skipped$/gm)].at(-1);
    return line && { passed: Number(line[1]), failed: Number(line[2]), skipped: Number(line[3]) };
  }
  if (kind === 'vitest' && report) {
    const skipped = report.numPendingTests + (report.numTodoTests ?? 0);
    return { passed: report.numPassedTests, failed: report.numFailedTests, skipped };
  }
  if (kind === 'playwright' && report?.stats) {
    // A flaky test is one that failed: passing at the second try proves nothing.
    const { expected, unexpected, flaky, skipped } = report.stats;
    return { passed: expected, failed: unexpected + flaky, skipped };
  }
  return undefined;
}
