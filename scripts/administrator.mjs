import './lib/require-node.mjs';
import { databaseEnvironment, dataFolder, missingSecrets } from './lib/database-environment.mjs';
import { fail } from './lib/progress.mjs';
import { runAttached } from './lib/run.mjs';

// Invites the first administrator of an installation: `npm run administrator -- <e-mail> "<name>"`.
try {
  const database = await databaseEnvironment();
  const ours = database.cluster ? { ...missingSecrets(dataFolder()), SIGNSTASH_DEMO: 'on' } : {};
  const env = { NODE_ENV: 'production', ...ours, ...process.env, ...database.env };
  const given = process.argv.slice(2);
  try {
    process.exitCode = await runAttached(
      'tsx',
      ['--conditions=react-server', 'lib/administrator-command.ts', ...given],
      env,
    );
  } finally {
    await database.stop();
  }
} catch (error) {
  fail(error);
}
