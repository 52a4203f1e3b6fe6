import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { runMigrations } from 'graphile-worker';
import postgres from 'postgres';
import { housePartnerId } from './house';

export type MigrateOptions = {
  ownerUrl: string;
  appUrl: string;
  workerUrl: string;
  rolePrefix: string;
  timeZone: string;
  /** Folder of the migrations; the working directory's db/migrations by default. */
  folder?: string;
};

/** Any number will do, as long as every process of ours takes the same one. */
const migrationLock = 7_211_028;

/**
 * Brings a database to this release's schema, as its owner, one migration a transaction, under an advisory lock.
 * Running it again changes nothing.
 * @throws Error when a migration that was applied here has been edited since.
 * @returns names of the migrations applied now
 */
export async function migrate(options: MigrateOptions): Promise<string[]> {
  const sql = postgres(options.ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await sql`select pg_advisory_lock(${migrationLock})`;
    await sql.unsafe(`set lock_timeout = '3s'`);
    await ensureLogin(sql, options.appUrl);
    await ensureLogin(sql, options.workerUrl);
    const applied = await applyPending(sql, options);
    await runMigrations({ connectionString: options.ownerUrl });
    await admitWorker(sql, options.workerUrl);
    await admitReader(sql, options.rolePrefix);
    return applied;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** Makes the login role that a URL names, where it is missing. Another database of the cluster may be doing the same. */
async function ensureLogin(sql: postgres.Sql, url: string): Promise<void> {
  const { username, password } = credentialsOf(url);
  if ((await sql`select 1 from pg_roles where rolname = ${username}`).length > 0) return;
  const [statement] =
    await sql`select format('create role %I login noinherit password %L', ${username}::text, ${password}::text) as text`;
  try {
    await sql.unsafe(String(statement?.text));
  } catch (error) {
    if (!(error instanceof postgres.PostgresError) || !['42710', '23505'].includes(error.code)) throw error;
  }
}

function credentialsOf(url: string): { username: string; password: string } {
  const { username, password } = new URL(url);
  return { username: decodeURIComponent(username), password: decodeURIComponent(password) };
}

async function applyPending(sql: postgres.Sql, options: MigrateOptions): Promise<string[]> {
  await sql.unsafe(`create schema if not exists migrations`);
  await sql.unsafe(
    `create table if not exists migrations.applied (name text primary key, hash text not null, at timestamptz not null default now())`,
  );
  const landed = await sql<{ name: string; hash: string }[]>`select name, hash from migrations.applied`;
  const hashes = new Map(landed.map((row) => [row.name, row.hash]));
  const fresh: string[] = [];
  for (const { name, text, hash } of await readMigrations(
    options.folder ?? path.join(process.cwd(), 'db/migrations'),
  )) {
    const known = hashes.get(name);
    if (known === hash) continue;
    if (known !== undefined) throw new Error(`Migration ${name} was edited after it had been applied here.`);
    await sql.begin(async (tx) => {
      for (const statement of fill(text, options).split('--> statement-breakpoint')) await tx.unsafe(statement);
      await tx`insert into migrations.applied (name, hash) values (${name}, ${hash})`;
    });
    fresh.push(name);
  }
  return fresh;
}

type Journal = { entries: { tag: string }[] };

/** Migrations in journal order, with the hash of each file. */
async function readMigrations(folder: string): Promise<{ name: string; text: string; hash: string }[]> {
  const journal: Journal = JSON.parse(await readFile(path.join(folder, 'meta/_journal.json'), 'utf8'));
  return Promise.all(
    journal.entries.map(async ({ tag }) => {
      const text = await readFile(path.join(folder, `${tag}.sql`), 'utf8');
      return { name: tag, text, hash: createHash('sha256').update(text).digest('hex') };
    }),
  );
}

/** Puts the installation's names in place of `{{…}}`. Values are checked by lib/env.ts or come from URLs. */
function fill(text: string, options: MigrateOptions): string {
  const values: Record<string, string> = {
    prefix: options.rolePrefix,
    app: credentialsOf(options.appUrl).username,
    house: housePartnerId,
    timeZone: options.timeZone,
  };
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined || /['"\\]/.test(value)) throw new Error(`No usable value for {{${name}}} in a migration.`);
    return value;
  });
}

/** graphile-worker's tables have policies of their own; its login needs rights and a policy on each. */
async function admitWorker(sql: postgres.Sql, workerUrl: string): Promise<void> {
  const { username } = credentialsOf(workerUrl);
  await sql.begin(async (tx) => {
    const [me] = await tx`select quote_ident(${username}::text) as name`;
    const name = String(me?.name);
    await tx.unsafe(`grant usage on schema graphile_worker to ${name}`);
    await tx.unsafe(`grant select, insert, update, delete on all tables in schema graphile_worker to ${name}`);
    await tx.unsafe(`grant usage, select, update on all sequences in schema graphile_worker to ${name}`);
    await tx.unsafe(`grant execute on all functions in schema graphile_worker to ${name}`);
    const tables = await tx`
      select c.relname::text as name from pg_class c
      where c.relnamespace = 'graphile_worker'::regnamespace and c.relkind = 'r' and c.relrowsecurity
        and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'worker')`;
    for (const table of tables) {
      await tx.unsafe(
        `create policy worker on graphile_worker.${table.name} to ${name} using (true) with check (true)`,
      );
    }
  });
}

/** Readiness compares what is applied with what the release brings; it asks as `gate`. */
async function admitReader(sql: postgres.Sql, rolePrefix: string): Promise<void> {
  const [gate] = await sql`select quote_ident(${`${rolePrefix}gate`}::text) as name`;
  await sql.unsafe(`grant usage on schema migrations to ${String(gate?.name)}`);
  await sql.unsafe(`grant select on migrations.applied to ${String(gate?.name)}`);
}
