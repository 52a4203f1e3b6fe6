import { sql } from 'drizzle-orm';
import type { Database } from '@/db/transaction';

/**
 * Takes or renews a lease: of all processes at most one holds a name, and a dead one's lease passes on by itself.
 * Time is the database's, so that clocks of processes need not agree.
 * @param milliseconds how long it holds unless renewed
 */
export async function takeLease(db: Database, name: string, holder: string, milliseconds: number): Promise<boolean> {
  const rows = await db.execute(sql`
    insert into leases as l (name, holder, until) values (${name}, ${holder}, now() + ${milliseconds}::int * interval '1 ms')
    on conflict (name) do update set holder = excluded.holder, until = excluded.until
      where l.until < now() or l.holder = excluded.holder
    returning 1`);
  return rows.length > 0;
}

/** Gives a lease back before its time. */
export async function dropLease(db: Database, name: string, holder: string): Promise<void> {
  await db.execute(sql`delete from leases where name = ${name} and holder = ${holder}`);
}

/** Names with this prefix whose time has run out, removed as they are told. */
export async function takeExpired(db: Database, prefix: string): Promise<string[]> {
  const rows = await db.execute<{ name: string }>(
    sql`delete from leases where starts_with(name, ${prefix}) and until < now() returning name`,
  );
  return rows.map(({ name }) => name.slice(prefix.length));
}
