import './lib/require-node.mjs';
import { wantedPort } from './lib/arguments.mjs';
import { databaseEnvironment, dataFolder, missingSecrets } from './lib/database-environment.mjs';
import { migrate } from './lib/demo-database.mjs';
import { copyPdfData } from './lib/pdf-data.mjs';
import { fail, step } from './lib/progress.mjs';
import { runAttached } from './lib/run.mjs';

// The development server, on the embedded database unless DATABASE_URL names one. `npm run db:seed` fills it.
const port = wantedPort();
copyPdfData();
try {
  const database = await databaseEnvironment();
  const env = {
    AUTH_URL: `http://localhost:${port}`,
    SIGNSTASH_DEMO: 'on',
    NEXT_TELEMETRY_DISABLED: '1',
    NEXT_MANUAL_SIG_HANDLE: 'true',
    ...missingSecrets(dataFolder()),
    ...process.env,
    ...database.env,
    PORT: String(port),
  };
  try {
    await step('Migrating', (report) => migrate(env, report));
    process.exitCode = await runAttached('next', ['dev', '-p', String(port)], env);
  } finally {
    await database.stop();
  }
} catch (error) {
  fail(error);
}
