import './lib/require-node.mjs';
import { listenForStop } from './lib/shutdown.mjs';
import { runStages } from './lib/stage-runner.mjs';
import { quickStages } from './lib/stages.mjs';
import { countsLine } from './lib/test-counts.mjs';

// The gate before each commit: seconds, no database, no browser.
listenForStop();
const since = Date.now();
const counts = await runStages(quickStages);
console.log(`${((Date.now() - since) / 1000).toFixed(1)} s`);
console.log(countsLine(counts));
if (counts.failed > 0) process.exitCode = 1;
