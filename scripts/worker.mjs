import './lib/require-node.mjs';
import { databaseEnvironment } from './lib/database-environment.mjs';
import { fail } from './lib/progress.mjs';
import { runAttached } from './lib/run.mjs';

// The background work as a process of its own, beside web processes started with WORKER=off.
try {
  const database = await databaseEnvironment();
  const env = { NODE_ENV: 'production', ...process.env, ...database.env, WORKER: 'only' };
  try {
    process.exitCode = await runAttached('tsx', ['--conditions=react-server', 'lib/jobs/worker-command.ts'], env);
  } finally {
    await database.stop();
  }
} catch (error) {
  fail(error);
}
