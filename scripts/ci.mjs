import './lib/require-node.mjs';
import { ensureChromium } from './lib/chromium.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { fail } from './lib/progress.mjs';
import { listenForStop } from './lib/shutdown.mjs';
import { ensureSignatureTools } from './lib/signature-tools.mjs';
import { runStages } from './lib/stage-runner.mjs';
import { allStages } from './lib/stages.mjs';
import { countsLine } from './lib/test-counts.mjs';

// The whole gate, on a machine that has nothing but Node and npm.
listenForStop();
process.env.CI ??= '1';
const since = Date.now();
let counts = { passed: 0, failed: 1, skipped: 0 };
try {
  if (!process.env.CI_SKIP_INSTALL) await ensureInstalled();
  const chromium = await ensureChromium();
  if (chromium) process.env.CHROMIUM_PATH = chromium;
  await ensureSignatureTools();
  counts = await runStages(allStages);
} catch (error) {
  fail(error);
}
console.log(`${((Date.now() - since) / 1000).toFixed(1)} s`);
console.log(countsLine(counts));
if (counts.failed > 0) process.exitCode = 1;
