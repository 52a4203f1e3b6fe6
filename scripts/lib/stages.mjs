/** A check of the gate. `count` says how its result is counted: `one` (it passed or failed), `vitest` and `playwright`
 * (their reports), `line` (its own last line `N passed, N failed, N skipped`). `needs` names a stage without whose
 * success it cannot run. `beside`: may run while the neighbours of its kind run.
 * @typedef {{ name: string, command: [string, ...string[]], count: 'one' | 'vitest' | 'playwright' | 'line',
 *   beside?: boolean, needs?: string }} Stage */

/** Seconds: what everybody runs before a commit.
 * @type {Stage[]} */
export const quickStages = [
  {
    name: 'unit tests',
    command: ['vitest', 'run', '--project', 'unit', '--project', 'ui'],
    count: 'vitest',
    beside: true,
  },
  { name: 'types', command: ['node', 'scripts/checks/types.mjs'], count: 'one', beside: true },
  { name: 'format and lint', command: ['biome', 'check', '.'], count: 'one', beside: true },
  { name: 'import rules', command: ['node', 'scripts/check-imports.mjs'], count: 'one', beside: true },
  { name: 'unused code', command: ['knip', '--no-progress'], count: 'one', beside: true },
  { name: 'file sizes', command: ['node', 'scripts/checks/file-sizes.mjs'], count: 'one', beside: true },
  { name: 'documentation', command: ['node', 'scripts/checks/doc-paths.mjs'], count: 'one', beside: true },
  { name: 'messages', command: ['node', 'scripts/checks/messages.mjs'], count: 'one', beside: true },
  { name: 'lock', command: ['node', 'scripts/complete-lock.mjs', '--check'], count: 'one', beside: true },
];

/** Everything: what has to pass before work is handed in. A stage whose program is missing fails.
 * @type {Stage[]} */
export const allStages = [
  ...quickStages,
  { name: 'integration tests', command: ['vitest', 'run', '--project', 'integration'], count: 'vitest' },
  { name: 'build', command: ['node', 'scripts/build.mjs'], count: 'one' },
  { name: 'browser journeys', command: ['node', 'scripts/test-e2e.mjs'], count: 'playwright', needs: 'build' },
  { name: 'access matrix', command: ['node', 'scripts/matrix.mjs'], count: 'line', needs: 'build' },
];
