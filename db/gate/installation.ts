import { sql } from 'drizzle-orm';
import { databaseRoles } from '../roles';
import type { Database } from '../transaction';

/** Names of the migrations that this database has. */
export async function appliedMigrations(db: Database): Promise<string[]> {
  const rows = await db.execute<{ name: string }>(sql`select name from migrations.applied`);
  return rows.map((row) => row.name);
}

/** What the start must know of the login and the installation; see lib/startup-checks.ts. */
export type Standing = {
  superuser: boolean;
  /** A table, schema or database that the login owns, or null. */
  owns: string | null;
  /** Database roles whose rights the login has without entering them. */
  inherited: string[];
  /** Database roles that the login cannot enter. */
  closed: string[];
  timeZone: string;
};

/** Asked as `gate`, about the login behind it (session_user). */
export async function standingOf(db: Database, rolePrefix: string): Promise<Standing> {
  const names = sql`array[${sql.join(
    databaseRoles.map((role) => sql`${`${rolePrefix}${role}`}::text`),
    sql`, `,
  )}]`;
  const [row] = await db.execute<Standing>(sql`
    select
      (select rolsuper from pg_roles where rolname = session_user) as "superuser",
      (select relname from pg_class where pg_get_userbyid(relowner) = session_user
        union all select nspname from pg_namespace where pg_get_userbyid(nspowner) = session_user
        union all select datname from pg_database where pg_get_userbyid(datdba) = session_user limit 1) as "owns",
      array(select r from unnest(${names}) r where pg_has_role(session_user, r, 'usage')) as "inherited",
      array(select r from unnest(${names}) r where not pg_has_role(session_user, r, 'member')) as "closed",
      (select time_zone from installation) as "timeZone"`);
  if (!row) throw new Error('the database did not answer about its installation');
  return row;
}
