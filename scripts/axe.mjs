import './lib/require-node.mjs';
import { fail } from './lib/progress.mjs';
import { runAttached } from './lib/run.mjs';
import { listenForStop, stopSignal } from './lib/shutdown.mjs';
import { withServedApplication } from './lib/throw-away.mjs';

// Accessibility of every page, as every role that may open it, in both languages and themes.
listenForStop();
try {
  process.exitCode = await withServedApplication({ operations: 20_000 }, ({ env }) =>
    runAttached('playwright', ['test', 'e2e/axe.spec.ts'], { ...env, AXE: 'full' }),
  );
} catch (error) {
  if (stopSignal.aborted) process.exitCode = 130;
  else fail(error);
}
