import postgres from 'postgres';

/** The superuser's own view of the database under test: it sees every row, whatever the fences hide. */
export function openSuperuser(): postgres.Sql {
  const url = process.env.MATRIX_SUPER_URL;
  if (!url) throw new Error('the matrix runs by `npm run matrix`, which starts its PostgreSQL');
  return postgres(url, { max: 1, onnotice: () => {} });
}

/** Tables that any request may touch without changing what anybody owns. */
const ownRecord = new Set(['sessions', 'limiter', 'audit_log', 'audit_head', 'leases']);

/** A fingerprint of every row of every table, by table and primary key; to see what a request has changed. */
export type Snapshot = ReadonlyMap<string, string>;

export async function snapshot(sql: postgres.Sql): Promise<Snapshot> {
  const tables = await tablesOf(sql);
  // One statement over all of them: it is asked for before and after every request that might write.
  const parts = tables.map(
    (name) =>
      sql`select ${name} || ':' || coalesce(to_jsonb(t) ->> 'id', md5(t::text)) as key, md5(t::text) as print from ${sql(name)} t`,
  );
  const all = parts.reduce((text, part) => sql`${text} union all ${part}`);
  const rows = await sql<{ key: string; print: string }[]>`${all}`;
  return new Map(rows.map(({ key, print }) => [key, print]));
}

let known: string[] | undefined;

async function tablesOf(sql: postgres.Sql): Promise<string[]> {
  if (known) return known;
  const rows = await sql<{ name: string }[]>`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition`;
  known = rows.map(({ name }) => name).filter((name) => !ownRecord.has(name));
  return known;
}

/** Rows that differ, as `table:key`. */
export function changes(before: Snapshot, after: Snapshot): string[] {
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys].filter((key) => before.get(key) !== after.get(key)).sort();
}

/** Sessions that are open now, by operator: signing out is the one change that happens there. */
export async function openSessions(sql: postgres.Sql): Promise<ReadonlySet<string>> {
  const rows = await sql<{ id: string }[]>`select distinct operator_id as id from sessions where ended_at is null`;
  return new Set(rows.map(({ id }) => id));
}

/** Roles that operators' requests enter. */
const entered = ['administrator', 'partner', 'issuer', 'auditor'];

/** Switches row-level security off for operators, or on again, as only a superuser can. Plans made before keep theirs. */
export async function setRowSecurity(sql: postgres.Sql, on: boolean): Promise<void> {
  const prefix = process.env.DATABASE_ROLE_PREFIX ?? 'signstash_';
  for (const role of entered) {
    await sql`alter role ${sql(prefix + role)} with ${on ? sql`nobypassrls` : sql`bypassrls`}`;
  }
}

/** Roles of operators for which row-level security is off. */
export async function rolesWithoutRowSecurity(sql: postgres.Sql): Promise<number> {
  const prefix = process.env.DATABASE_ROLE_PREFIX ?? 'signstash_';
  const names = entered.map((role) => prefix + role);
  const [row] = await sql<{ roles: number }[]>`
    select count(*)::int as roles from pg_roles where rolname = any(${names}) and rolbypassrls`;
  return row?.roles ?? 0;
}
