import './lib/require-node.mjs';
import { join } from 'node:path';
import { commandOptions } from './lib/arguments.mjs';
import { build, isBuilt } from './lib/build.mjs';
import { commandsOf, copyTree, openQueryFence, removeMiddleware } from './lib/matrix-tree.mjs';
import { perform, withMatrixWorld } from './lib/matrix-world.mjs';
import { fail, say, step } from './lib/progress.mjs';
import { root } from './lib/root.mjs';
import { listenForStop, stopSignal } from './lib/shutdown.mjs';
import { countsLine } from './lib/test-counts.mjs';

// Who may do what, asked of the built product in four runs, each with a fence removed (docs: e2e/matrix/policy.ts).
// Those with a piece of the product missing are builds of a copy: no switch of the product weakens a fence.
const runs = {
  'as-built': undefined,
  'without-rls': undefined,
  'without-middleware': removeMiddleware,
  'without-query-fence': openQueryFence,
};
const { only } = commandOptions({ only: { type: 'string' } });

listenForStop();
const totals = { cells: 0, wrong: 0 };
try {
  if (!isBuilt()) await step('Building', build);
  await withMatrixWorld(async (world) => {
    const copy = join(world.folder, 'tree');
    const changed = Object.entries(runs).filter(([name, change]) => change && (!only || name === only));
    if (changed.length > 0) await step('Copying the sources', async () => copyTree(copy));
    for (const [name, change] of Object.entries(runs)) {
      if (only && name !== only) continue;
      stopSignal.throwIfAborted();
      change?.(copy);
      const commands = await commandsOf(change ? copy : root);
      if (change) await step(`Building ${name}`, commands.build);
      const { cells, wrong, output } = await step(`Matrix ${name}`, () => perform(name, world, commands));
      say(output.trimEnd());
      totals.cells += cells;
      totals.wrong += wrong;
    }
  });
} catch (error) {
  totals.wrong += 1;
  if (stopSignal.aborted) process.exitCode = 130;
  else fail(error);
}
console.log(`matrix: ${totals.cells} cells, ${totals.wrong} wrong`);
console.log(countsLine({ passed: Math.max(0, totals.cells - totals.wrong), failed: totals.wrong, skipped: 0 }));
if (totals.wrong > 0) process.exitCode ||= 1;
