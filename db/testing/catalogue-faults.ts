import type postgres from 'postgres';
import { databaseRoles } from '../roles';

/** Every role of ours: those that a transaction enters, and the three that own functions. */
const ours = [...databaseRoles, 'search', 'ledger', 'registrar'];

/**
 * Everything in the catalogue that would let a row out of its fence: tables without FORCEd row-level security,
 * granted partitions, views that read as their owner, policies without USING or CHECK, grants without policy,
 * default privileges, definer functions open to PUBLIC or without search_path.
 * @returns one line a fault; empty when all is well
 */
export async function catalogueFaults(sql: postgres.Sql, prefix = 'signstash_'): Promise<string[]> {
  const roles = [...ours.map((role) => prefix + role), 'signstash_app'];
  const rows = await sql<{ fault: string }[]>`
    with app(r) as (select oid from pg_roles where rolname = any(${roles})),
    t as (
      select c.*, array(
        select distinct x.grantee::regrole::text || ':' || x.privilege_type from aclexplode(c.relacl) x
        where x.grantee = 0 or x.grantee in (select r from app)
      ) || array(
        select distinct x.grantee::regrole::text || ':' || x.privilege_type
        from pg_attribute a, aclexplode(a.attacl) x where a.attrelid = c.oid and x.grantee in (select r from app)
      ) as granted
      from pg_class c where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f')
    )
    select relname || ': no row-level security, or not FORCEd' as fault from t
      where relkind in ('r', 'p') and not relispartition and not (relrowsecurity and relforcerowsecurity)
    union all select relname || ': partition granted' from t where relispartition and granted <> '{}'
    union all select relname || ': definer view or materialised view granted' from t
      where relkind in ('v', 'm') and granted <> '{}'
        and (relkind = 'm' or not coalesce(reloptions @> '{security_invoker=true}', false))
    union all select t.relname || ': policy ' || polname || ' lacks USING or CHECK' from t join pg_policy p on polrelid = t.oid
      where (polcmd in ('*', 'a', 'w') and polwithcheck is null) or (polcmd in ('*', 'r', 'w', 'd') and polqual is null)
    union all select t.relname || ': granted to ' || r::regrole || ' without a policy' from t, app
      where relkind in ('r', 'p') and not relispartition
        and exists (select from unnest(t.granted) g where split_part(g, ':', 1) = r::regrole::text)
        and not exists (select from pg_policy where polrelid = t.oid and r = any(polroles))
    union all select 'default privileges: ' || defaclacl::text from pg_default_acl, aclexplode(defaclacl) x
      where x.grantee = 0 or x.grantee in (select r from app)
    union all select proname || ': definer function open to PUBLIC or without search_path' from pg_proc
      where pronamespace = 'public'::regnamespace and prosecdef
        and (proacl is null or exists (select from aclexplode(proacl) x where x.grantee = 0) or proconfig is null
          or array_to_string(proconfig, ' ') not like '%search_path=%')`;
  return rows.map((row) => row.fault);
}
