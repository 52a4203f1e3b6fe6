import './lib/require-node.mjs';
import { resolve } from 'node:path';
import { dataFolder } from './lib/database-environment.mjs';
import { fail } from './lib/progress.mjs';
import { runAttached } from './lib/run.mjs';
import { listenForStop, stopSignal } from './lib/shutdown.mjs';
import { withServedApplication } from './lib/throw-away.mjs';

// Pictures of every page, as every role that may open it, 1440 and 390 px wide, in both themes and languages, in
// <data folder>/pictures: for whoever looks at them. Arguments go to Playwright:
// `npm run pictures -- pictures/states`.
listenForStop();
try {
  const PICTURES = resolve(dataFolder(), 'pictures');
  const given = process.argv.slice(2);
  const wanted = given.length > 0 ? given : ['e2e/pictures/'];
  process.exitCode = await withServedApplication({ operations: 200_000 }, ({ env }) =>
    runAttached('playwright', ['test', '--workers=2', ...wanted], { ...env, PICTURES }),
  );
  console.log(`Pictures: ${PICTURES}`);
} catch (error) {
  if (stopSignal.aborted) process.exitCode = 130;
  else fail(error);
}
