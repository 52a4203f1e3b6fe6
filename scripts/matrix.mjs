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

const wanted = Object.keys(runs).filter((name) => !only || name === only);

/** Copies and builds one tree after another, beside the runs of the others.
 * @param {string} folder
 * @returns {Map<string, Promise<string>>} the trees by run */
function buildCopies(folder) {
  const trees = new Map();
  let before = Promise.resolve();
  for (const name of wanted) {
    const change = runs[name];
    if (!change) continue;
    const tree = before.then(() => buildCopy(join(folder, name), name, change));
    before = tree.then(
      () => {},
      () => {},
    );
    trees.set(name, tree);
  }
  return trees;
}

async function buildCopy(tree, name, change) {
  stopSignal.throwIfAborted();
  copyTree(tree);
  change(tree);
  const { build: buildThere } = await commandsOf(tree);
  await step(`Building ${name}`, buildThere);
  return tree;
}

listenForStop();
const totals = { cells: 0, wrong: 0 };
try {
  if (!isBuilt()) await step('Building', build);
  await withMatrixWorld(async (world) => {
    const trees = buildCopies(world.folder);
    try {
      for (const name of wanted) {
        stopSignal.throwIfAborted();
        const commands = await commandsOf((await trees.get(name)) ?? root);
        const { cells, wrong, output } = await step(`Matrix ${name}`, () => perform(name, world, commands));
        say(output.trimEnd());
        totals.cells += cells;
        totals.wrong += wrong;
      }
    } finally {
      await Promise.allSettled(trees.values());
    }
  });
} catch (error) {
  totals.wrong += 1;
  if (stopSignal.aborted) process.exitCode = 130;
  else fail(error);
}
console.log(`matrix: ${totals.cells} cells, ${totals.wrong} wrong, ${wanted.length} runs`);
console.log(countsLine({ passed: Math.max(0, totals.cells - totals.wrong), failed: totals.wrong, skipped: 0 }));
if (totals.wrong > 0) process.exitCode ||= 1;
