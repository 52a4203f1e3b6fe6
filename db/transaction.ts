import { sql } from 'drizzle-orm';
import { DrizzleQueryError } from 'drizzle-orm/errors';
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type postgres from 'postgres';
import { type Connection, DatabaseUnavailable, type Pool } from './pool';

/** What verbs get: Drizzle over one connection, inside one transaction, under one database role. */
export type Database = PostgresJsDatabase;

/** What PostgreSQL is told about the caller; the policies read it. Absent values are ''. */
export type TransactionScope = {
  role: string;
  operatorId: string;
  partnerId: string;
  issuerId: string;
  timeoutMs: number;
};

const beginnings = {
  read: 'begin isolation level repeatable read read only',
  write: 'begin',
} as const;

const enter = `select set_config('role', $1, true), set_config('app.operator_id', $2, true),
  set_config('app.partner_id', $3, true), set_config('app.issuer_id', $4, true), set_config('statement_timeout', $5, true),
  set_config('plan_cache_mode', $6, true)`;

/**
 * Reads keep one plan for every value: over monthly partitions planning takes several times as long as running, and left
 * to itself PostgreSQL plans nearly every list anew. A condition that an index's own predicate asks for stands literally
 * in the statement, never as a parameter.
 */
const planCacheMode = { read: 'force_generic_plan', write: 'auto' } as const;

/** From here on this transaction plans for the values at hand: for a condition whose selectivity nobody knows beforehand. */
export async function planAnew(db: Database): Promise<void> {
  await db.execute(sql`select set_config('plan_cache_mode', 'force_custom_plan', true)`);
}

/** How much later than its statement timeout PostgreSQL may say so. */
const graceMs = 500;

/** Marks a promise as watched: its error is taken up later, by whoever awaits it. */
function quiet<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {});
  return promise;
}

/**
 * Runs `work` in a transaction of `pool`, with role and scope set in the same round trip as the first query.
 * `read` is one snapshot and cannot write; its COMMIT happens behind the caller's back.
 * @throws DatabaseUnavailable when the connection dies before COMMIT is acknowledged
 */
export async function inTransaction<T>(
  pool: Pool,
  kind: keyof typeof beginnings,
  scope: TransactionScope,
  work: (db: Database) => Promise<T>,
): Promise<T> {
  const connection = await pool.take();
  connection.watch(scope.timeoutMs + graceMs);
  let open = true;
  const client = {
    options: connection.options,
    unsafe(text: string, parameters: unknown[], options?: object) {
      if (!open) throw new Error('a query came after its transaction had ended');
      return connection.run(text, parameters, options);
    },
  };
  const finish = (word: 'commit' | 'rollback'): Promise<void> =>
    connection.alive() ? connection.control(word).then(giveBack, giveBack) : Promise.resolve();
  const giveBack = (): void => pool.give(connection);
  const head = quiet(enterScope(connection, kind, scope));
  try {
    const result = await work(drizzle(client as unknown as postgres.Sql));
    await head;
    open = false;
    if (kind === 'read') void finish('commit');
    else await commit(connection, giveBack);
    return result;
  } catch (error) {
    open = false;
    await finish('rollback');
    // When entering failed, every query after it reports "transaction is aborted": the first error is the cause.
    throw await head.then(
      () => withoutParameters(error),
      (cause) => cause,
    );
  }
}

/** The query layer's errors quote every parameter, names and NIFs among them: what the driver said is enough. */
function withoutParameters(error: unknown): unknown {
  return error instanceof DrizzleQueryError && error.cause ? error.cause : error;
}

async function enterScope(
  connection: Connection,
  kind: keyof typeof beginnings,
  scope: TransactionScope,
): Promise<void> {
  const { role, operatorId, partnerId, issuerId, timeoutMs } = scope;
  await Promise.all([
    quiet(Promise.resolve(connection.control(beginnings[kind]))),
    quiet(
      Promise.resolve(
        connection.run(enter, [role, operatorId, partnerId, issuerId, String(timeoutMs), planCacheMode[kind]]),
      ),
    ),
  ]);
}

/** A commit that was not acknowledged is an error, never a success. */
async function commit(connection: Connection, giveBack: () => void): Promise<void> {
  if (!connection.alive()) throw new DatabaseUnavailable('the connection was lost before COMMIT');
  await connection.control('commit');
  giveBack();
}
