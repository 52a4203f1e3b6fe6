import './lib/require-node.mjs';
import { databaseEnvironment, dataFolder, missingSecrets } from './lib/database-environment.mjs';
import { fail } from './lib/progress.mjs';
import { runAttached } from './lib/run.mjs';

// Runs a command with a database: `node scripts/with-database.mjs tsx db/migrate-command.ts`.
const [command, ...args] = process.argv.slice(2);
if (!command) {
  console.error('Which command? For example: node scripts/with-database.mjs tsx db/migrate-command.ts');
  process.exit(2);
}
try {
  const database = await databaseEnvironment();
  // The embedded database is that of the demonstration; with one of your own you say yourself what it is.
  const ours = database.cluster ? { ...missingSecrets(dataFolder()), SIGNSTASH_DEMO: 'on' } : {};
  const env = { ...ours, ...process.env, ...database.env };
  try {
    process.exitCode = await runAttached(command, args, env);
  } finally {
    await database.stop();
  }
} catch (error) {
  fail(error);
}
