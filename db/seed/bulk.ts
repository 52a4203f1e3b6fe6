import { sql } from 'drizzle-orm';
import { createPool } from '@/db/pool';
import { machineScope } from '@/db/scope';
import { type Database, inTransaction } from '@/db/transaction';

type Bulk = {
  ownerUrl: string;
  rolePrefix: string;
  timeoutMs: number;
};

/** Runs `load` as it is, or without the indexes that are filled faster afterwards. */
export type Loader = (load: () => Promise<void>) => Promise<void>;

/**
 * A transaction of the owner's that works as `system` and may load an empty database in bulk: rows first, secondary
 * indexes after them, since a trigram index built at once costs a third of one that grows row by row. Drop, rows and
 * indexes are one transaction: all of it or nothing.
 */
export async function inBulk<T>(given: Bulk, work: (db: Database, loader: Loader) => Promise<T>): Promise<T> {
  const pool = createPool(given.ownerUrl, 1);
  const scope = machineScope('system', given.rolePrefix, given.timeoutMs);
  try {
    return await inTransaction(pool, 'write', { ...scope, role: 'none' }, async (db) => {
      await becomeMember(db, scope.role);
      await enter(db, scope.role);
      const result = await work(db, (load) => withoutIndexes(db, scope.role, load));
      await enter(db, 'none');
      // A membership that stayed would let the owner inherit every row on PostgreSQL 15.
      await db.execute(sql`revoke ${sql.identifier(scope.role)} from current_user`);
      return result;
    });
  } finally {
    await pool.end();
  }
}

async function becomeMember(db: Database, role: string): Promise<void> {
  const [server] = await db.execute<{ version: number }>(
    sql`select current_setting('server_version_num')::int as version`,
  );
  const options = (server?.version ?? 0) >= 160_000 ? sql` with inherit false, set true` : sql``;
  await db.execute(sql`grant ${sql.identifier(role)} to current_user${options}`);
}

const enter = (db: Database, role: string) => db.execute(sql`select set_config('role', ${role}, true)`);

async function withoutIndexes(db: Database, role: string, load: () => Promise<void>): Promise<void> {
  const [filled] = await db.execute(sql`select from operations limit 1`);
  if (filled) return load();
  await enter(db, 'none');
  await db.execute(dropIndexes);
  await enter(db, role);
  await load();
  await enter(db, 'none');
  // A month is small for the planner's taste, but there are many of them, and nobody else is about.
  await db.execute(sql`set local min_parallel_table_scan_size = '512kB'`);
  await db.execute(createIndexes);
  // What follows joins the two tables. A sample of 6,000 rows a partition is plenty, and cheaper than the default.
  await db.execute(sql`set local default_statistics_target = 20`);
  await db.execute(sql`analyze operations, documents`);
  await enter(db, role);
}

/** Keeps the definitions of every index of the two tables that serves no constraint, and drops it. */
const dropIndexes = sql`do $$
declare dropped record;
begin
  create temporary table dropped_index on commit drop as
    select i.indexrelid::regclass::text as name, replace(pg_get_indexdef(i.indexrelid), ' ON ONLY ', ' ON ') as definition
    from pg_index i where i.indrelid in ('operations'::regclass, 'documents'::regclass)
      and not exists (select from pg_constraint c where c.conindid = i.indexrelid);
  for dropped in select name from dropped_index loop
    execute 'drop index ' || dropped.name;
  end loop;
end $$`;

const createIndexes = sql`do $$
declare dropped record;
begin
  for dropped in select definition from dropped_index order by name loop
    execute dropped.definition;
  end loop;
end $$`;
