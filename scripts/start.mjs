import './lib/require-node.mjs';
import { wantedPort } from './lib/arguments.mjs';
import { isBuilt } from './lib/build.mjs';
import { databaseEnvironment } from './lib/database-environment.mjs';
import { fail } from './lib/progress.mjs';
import { runAttached } from './lib/run.mjs';

// Serves the built application in production. Secrets come from the environment: a missing one stops the start.
const port = String(wantedPort());
try {
  if (!isBuilt()) throw new Error('There is no build of these sources: run `npm run build` first.');
  const database = await databaseEnvironment();
  const fixed = { NODE_ENV: 'production', NEXT_MANUAL_SIG_HANDLE: 'true', NEXT_TELEMETRY_DISABLED: '1', PORT: port };
  try {
    const env = { ...process.env, ...database.env, ...fixed };
    process.exitCode = await runAttached('next', ['start', '-p', port], env);
  } finally {
    await database.stop();
  }
} catch (error) {
  fail(error);
}
