import './lib/require-node.mjs';
import { databaseEnvironment, dataFolder, missingSecrets } from './lib/database-environment.mjs';
import { fail } from './lib/progress.mjs';
import { runAttached } from './lib/run.mjs';

// The background work as a process of its own, beside web processes started with WORKER=off.
try {
  const database = await databaseEnvironment();
  // The embedded database is that of the demonstration; with one of your own you say yourself what it is.
  const ours = database.cluster ? { ...missingSecrets(dataFolder()), SIGNSTASH_DEMO: 'on' } : {};
  const env = { NODE_ENV: 'production', ...ours, ...process.env, ...database.env, WORKER: 'only' };
  try {
    process.exitCode = await runAttached('tsx', ['--conditions=react-server', 'lib/worker-command.ts'], env);
  } finally {
    await database.stop();
  }
} catch (error) {
  fail(error);
}
