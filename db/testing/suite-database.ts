import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { afterAll } from 'vitest';
import { closeDatabase } from '../client';

/** The same server and login, another database. */
function databaseUrl(url: string | undefined, name: string): string {
  if (!url) throw new Error('integration tests run by `npm test`, which starts their PostgreSQL');
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

const name = `suite_${randomBytes(6).toString('hex')}`;
const ownerUrl = process.env.TEST_OWNER_URL;
const template = new URL(ownerUrl ?? databaseUrl(ownerUrl, '')).pathname.slice(1);
const maintenance = postgres(databaseUrl(ownerUrl, 'postgres'), { max: 1, onnotice: () => {} });
// Only a superuser can end an autovacuum that is at work in the database to be dropped.
const superuser = postgres(databaseUrl(process.env.TEST_SUPER_URL, 'postgres'), { max: 1, onnotice: () => {} });

await maintenance.unsafe(`create database ${name} template ${template}`);
process.env.DATABASE_URL = databaseUrl(process.env.TEST_APP_URL, name);
process.env.DATABASE_OWNER_URL = databaseUrl(ownerUrl, name);
process.env.DATABASE_WORKER_URL = databaseUrl(process.env.TEST_WORKER_URL, name);
process.env.TEST_SUPER_URL = databaseUrl(process.env.TEST_SUPER_URL, name);

afterAll(async () => {
  await closeDatabase();
  await superuser.unsafe(`drop database if exists ${name} with (force)`);
  await Promise.all([maintenance.end(), superuser.end()]);
});
