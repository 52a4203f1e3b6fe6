import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { asMachine } from './client';
import { isDatabaseUnavailable, sqlState } from './errors';
import { createPool } from './pool';
import { clientServices } from './schema';
import { machineScope } from './scope';
import { asSuperuser } from './testing/owner-connection';
import { makeTenants } from './testing/tenants';
import { type Database, inTransaction } from './transaction';

const superuser = asSuperuser();
const pool = createPool(process.env.DATABASE_URL ?? '', 3);
const scope = machineScope('system', 'signstash_', 1_000);
const read = <T>(work: (db: Database) => Promise<T>) => inTransaction(pool, 'read', scope, work);
const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => 'no failure',
    (error: unknown) => error,
  );

describe('a transaction', () => {
  it('is one snapshot that cannot write', async () => {
    const failure = await failureOf(read((db) => db.execute(sql`delete from leases`)));
    expect(sqlState(failure)).toBe('25006');
  });

  it('ends a slow statement and serves the next', async () => {
    const failure = await failureOf(read((db) => db.execute(sql`select pg_sleep(5)`)));
    expect(sqlState(failure)).toBe('57014');
    expect(isDatabaseUnavailable(failure)).toBe(true);
    expect(await read((db) => db.execute(sql`select 1 as one`))).toEqual([{ one: 1 }]);
  });

  it('ends a connection whose server says nothing any more, and serves the next', async () => {
    // The statement timeout is switched off behind the pool's back: as when the server or the network hangs.
    const silent = read((db) =>
      db
        .execute(sql`select set_config('statement_timeout', '0', true)`)
        .then(() => db.execute(sql`select pg_sleep(5)`)),
    );
    expect(isDatabaseUnavailable(await failureOf(silent))).toBe(true);
    expect(await read((db) => db.execute(sql`select 1 as one`))).toEqual([{ one: 1 }]);
  });

  it('reads nothing under a role that was not granted', async () => {
    const foreign = { ...scope, role: 'signstash_ledger' };
    const failure = await failureOf(inTransaction(pool, 'read', foreign, (db) => db.select().from(clientServices)));
    expect(sqlState(failure)).toBe('42501');
  });

  it('keeps the values of a failed query out of its error', async () => {
    const failure = await failureOf(read((db) => db.execute(sql`select ${'NIF 123456789'}::int`)));
    expect(String(failure)).not.toContain('select');
    expect(JSON.stringify(failure)).not.toContain('parameters');
  });

  it('refuses a query that comes after its end', async () => {
    const escaped = await read(async (db) => db);
    await expect(escaped.execute(sql`select 1`)).rejects.toThrow();
  });

  it('leaves no role and no scope behind on the connection', async () => {
    await read((db) => db.execute(sql`select 1`));
    const connection = await pool.take();
    const rows = await connection.run(
      `select current_setting('role') as role, coalesce(current_setting('app.partner_id', true), '') as partner`,
      [],
    );
    pool.give(connection);
    expect([...rows]).toEqual([{ role: 'none', partner: '' }]);
  });

  it('rolls back all when its work fails', async () => {
    await failureOf(
      asMachine('system', 'write', async (db) => {
        await makeTenants(db);
        throw new Error('planted');
      }),
    );
    expect(await read((db) => db.select().from(clientServices))).toEqual([]);
  });

  it('survives the death of every backend under load, and is well again at once', async () => {
    let killing = true;
    const killer = (async () => {
      while (killing) {
        await superuser`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'signstash_app' and datname = current_database()`;
        await new Promise((ok) => setTimeout(ok, 20));
      }
    })();
    const outcomes = await Promise.all(
      Array.from({ length: 300 }, (_, n) =>
        failureOf(read((db) => db.execute(sql`select pg_sleep(0.01), ${n}::int`)).then(() => 'ok')),
      ),
    );
    killing = false;
    await killer;
    const unexpected = outcomes.filter((each) => each !== 'no failure' && !isDatabaseUnavailable(each));
    expect(unexpected).toEqual([]);
    expect(await read((db) => db.execute(sql`select 1 as one`))).toEqual([{ one: 1 }]);
  }, 30_000);

  it('refuses callers that wait too long instead of hanging', async () => {
    const hold = Array.from({ length: 3 }, () =>
      failureOf(
        inTransaction(pool, 'read', { ...scope, timeoutMs: 4_000 }, (db) => db.execute(sql`select pg_sleep(3.2)`)),
      ),
    );
    await new Promise((ok) => setTimeout(ok, 50));
    const before = Date.now();
    const failure = await failureOf(read((db) => db.execute(sql`select 1`)));
    expect(isDatabaseUnavailable(failure)).toBe(true);
    expect(Date.now() - before).toBeLessThan(3_000);
    await Promise.all(hold);
    await pool.end();
  });
});
