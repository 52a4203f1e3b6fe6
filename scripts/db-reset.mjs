import './lib/require-node.mjs';
import { databaseEnvironment, dataFolder, missingSecrets } from './lib/database-environment.mjs';
import { forgetSeed, migrate } from './lib/demo-database.mjs';
import { fail, step } from './lib/progress.mjs';

// Empties the embedded database and migrates it again. A database that DATABASE_URL names is never dropped by us.
try {
  if (process.env.DATABASE_URL) throw new Error('db:reset only empties the embedded database; unset DATABASE_URL.');
  const database = await databaseEnvironment();
  try {
    if (database.kind === 'attached') throw new Error(`The database in ${dataFolder()} is in use: stop that first.`);
    await step('Emptying the database', () => recreate(database.cluster.superUrl));
    forgetSeed(dataFolder());
    const env = { ...process.env, ...missingSecrets(dataFolder()), ...database.env, SIGNSTASH_DEMO: 'on' };
    await step('Migrating', (report) => migrate(env, report));
  } finally {
    await database.stop();
  }
} catch (error) {
  fail(error);
}

/** @param {string} superUrl */
async function recreate(superUrl) {
  const { default: postgres } = await import('postgres');
  const sql = postgres(superUrl, { max: 1, onnotice: () => {} });
  try {
    await sql.unsafe('drop database if exists signstash with (force)');
    await sql.unsafe('create database signstash owner signstash_owner');
  } finally {
    await sql.end({ timeout: 5 });
  }
}
