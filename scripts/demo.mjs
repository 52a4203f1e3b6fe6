import './lib/require-node.mjs';
import { resolve } from 'node:path';
import { commandOptions, wantedPort } from './lib/arguments.mjs';
import { build, isBuilt } from './lib/build.mjs';
import { databaseEnvironment, dataFolder, missingSecrets } from './lib/database-environment.mjs';
import { demoGreeting } from './lib/demo-accounts.mjs';
import { enrolCertificates, isSeeded, markSeeded, migrate, removeData, seed } from './lib/demo-database.mjs';
import { isPortFree } from './lib/free-port.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { fail, step } from './lib/progress.mjs';
import { startSandbox } from './lib/sandbox.mjs';
import { clearOrphanServer, startServer } from './lib/server.mjs';
import { listenForStop, stopRequested, stopSignal } from './lib/shutdown.mjs';

const options = commandOptions({ fresh: { type: 'boolean' }, operations: { type: 'string' } });
const port = wantedPort();
const dataDir = resolve(dataFolder());

listenForStop();
try {
  await demo();
} catch (error) {
  if (stopSignal.aborted) process.exitCode = 130;
  else fail(error);
}

async function demo() {
  await clearOrphanServer(dataDir);
  if (!(await isPortFree(port))) throw new Error(`Port ${port} is taken: set PORT to another one.`);
  if (options.fresh) removeData(dataDir);
  await ensureInstalled();
  if (!isBuilt()) await step('Building', build);
  stopSignal.throwIfAborted();
  const database = await step('Starting PostgreSQL', databaseEnvironment);
  try {
    if (database.kind === 'attached')
      throw new Error(`Another command uses the database in ${dataDir}: stop it first.`);
    await serve({ ...process.env, ...missingSecrets(dataDir), ...database.env, ...demoSettings() });
  } finally {
    await step('Stopping PostgreSQL', database.stop);
  }
}

function demoSettings() {
  const AUTH_URL = process.env.AUTH_URL || `http://localhost:${port}`;
  const LOG_LEVEL = process.env.LOG_LEVEL || 'warn';
  return { PORT: String(port), AUTH_URL, LOG_LEVEL, SIGNSTASH_DEMO: 'on', WORKER: process.env.WORKER || 'on' };
}

/** @param {NodeJS.ProcessEnv} env */
async function serve(env) {
  await step('Migrating', (report) => migrate(env, report));
  // A database that was given may hold the demonstration of another folder: the seed sees that for itself.
  if (!isSeeded(dataDir) || process.env.DATABASE_URL) {
    await step('Seeding the demonstration', (report) => seed(env, options, report));
    markSeeded(dataDir);
  } else if (options.operations) {
    console.log('The demonstration is there already; add --fresh to begin anew with another number of operations.');
  }
  const sandbox = await step('Starting the sandbox authority', () => startSandbox({ dataDir, env }));
  try {
    await serveWith({ ...env, SIGNSTASH_SANDBOX_URL: sandbox.url });
  } finally {
    await step('Stopping the sandbox authority', sandbox.stop);
  }
}

/** @param {NodeJS.ProcessEnv} env */
async function serveWith(env) {
  await step('Enrolling certificates and signing documents', (report) => enrolCertificates(env, report));
  const server = await step('Starting the server', () => startServer({ port, env, dataDir }));
  const address = `${env.AUTH_URL}${env.BASE_PATH ?? ''}`;
  console.log(demoGreeting({ address, sandbox: env.SIGNSTASH_SANDBOX_URL, logFile: `${dataDir}/server.log` }));
  const code = await Promise.race([server.ended, stopRequested().then(() => 0)]);
  if (stopSignal.aborted) await step('Stopping the server', server.stop);
  else throw new Error(`The server ended by itself (${code}); see ${dataDir}/server.log.`);
}
