import './lib/require-node.mjs';
import { fail } from './lib/progress.mjs';
import { runAttached } from './lib/run.mjs';
import { listenForStop, stopSignal } from './lib/shutdown.mjs';
import { withServedApplication } from './lib/throw-away.mjs';

// The journeys in a real browser; arguments go to Playwright: `npm run test:e2e -- sign-in --headed`.
listenForStop();
try {
  process.exitCode = await withServedApplication({ operations: 20_000 }, ({ env }) =>
    runAttached('playwright', ['test', ...process.argv.slice(2)], env),
  );
} catch (error) {
  if (stopSignal.aborted) process.exitCode = 130;
  else fail(error);
}
