import './lib/require-node.mjs';
import { resolve } from 'node:path';
import { dataFolder } from './lib/database-environment.mjs';
import { fail } from './lib/progress.mjs';
import { runAttached } from './lib/run.mjs';
import { listenForStop, stopSignal } from './lib/shutdown.mjs';
import { withServedApplication } from './lib/throw-away.mjs';

// Pictures of every page, as every role that may open it, 1440 and 390 px wide, in both themes and languages, in
// <data folder>/pictures: for whoever looks at them.
listenForStop();
try {
  const PICTURES = resolve(dataFolder(), 'pictures');
  process.exitCode = await withServedApplication({ operations: 200_000 }, ({ env }) =>
    runAttached('playwright', ['test', 'e2e/pictures.spec.ts', '--workers=2'], { ...env, PICTURES }),
  );
  console.log(`Pictures: ${PICTURES}`);
} catch (error) {
  if (stopSignal.aborted) process.exitCode = 130;
  else fail(error);
}
