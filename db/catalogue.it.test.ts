import { describe, expect, it } from 'vitest';
import { tableKinds } from './schema/kinds';
import { catalogueFaults } from './testing/catalogue-faults';
import { asApplication, asOwner } from './testing/owner-connection';

const owner = asOwner();
const second = asOwner();
const application = asApplication();

async function tables(): Promise<string[]> {
  const rows = await owner`select relname from pg_class where relnamespace = 'public'::regnamespace
    and relkind in ('r', 'p') and not relispartition order by 1`;
  return rows.map((row) => String(row.relname));
}

describe('the catalogue', () => {
  it('has no fault', async () => {
    expect(await catalogueFaults(owner)).toEqual([]);
  });

  it('knows whose the rows of every table are', async () => {
    expect(await tables()).toEqual(Object.keys(tableKinds).sort());
  });

  it('keeps scope columns never null in rows of an issuer, partner or operator', async () => {
    const strict = Object.entries(tableKinds).filter(([, { kind }]) => kind !== 'mixed' && kind !== 'system');
    for (const [table, { columns }] of strict) {
      const rows = await owner`select attname::text as name from pg_attribute where attrelid = ${table}::regclass
        and attname = any(${[...columns]}) and attnotnull`;
      expect(rows.map((row) => row.name).sort(), table).toEqual([...columns].sort());
    }
  });

  it('refuses a bare connection of the application every table', async () => {
    for (const table of await tables()) {
      await expect(application.unsafe(`select * from ${table} limit 1`), table).rejects.toMatchObject({
        code: expect.stringMatching(/^(42501|42P01)$/),
      });
    }
  });

  it('gives no application role the right to write the audit log or to see a password hash beyond the gate', async () => {
    const rows = await owner`select r.rolname::text as role from pg_roles r where r.rolname like 'signstash\_%'
      and r.rolname not in ('signstash_ledger', 'signstash_owner')
      and (has_table_privilege(r.oid, 'audit_log', 'insert, update, delete, truncate') or has_table_privilege(r.oid, 'audit_head', 'insert, update, delete, truncate'))`;
    expect(rows).toEqual([]);
    const readers = await owner`select rolname::text as role from pg_roles where rolname like 'signstash\_%'
      and rolname <> 'signstash_owner' and has_column_privilege(oid, 'operators', 'password_hash', 'select') order by 1`;
    expect(readers.map((row) => row.role)).toEqual(['signstash_gate', 'signstash_system']);
  });

  it.each([
    ['a table without row-level security', 'create table planted (partner_id uuid)', 'planted: no row-level'],
    ['a granted partition', 'grant select on operations_2026_11 to signstash_partner', 'partition granted'],
    [
      'a view that reads as its owner',
      'create view planted as select * from operations; grant select on planted to signstash_issuer',
      'definer view',
    ],
    [
      'an open definer function',
      "create function planted() returns int language sql security definer as 'select 1'",
      'definer function',
    ],
    [
      'a default privilege',
      'alter default privileges in schema public grant select on tables to signstash_auditor',
      'default privileges',
    ],
    ['a grant without policy', 'grant select on sessions to signstash_guest', 'without a policy'],
  ])('reports %s', async (_, plant, fault) => {
    await owner.begin(async (tx) => {
      await tx.unsafe(plant.replace('operations_2026_11', await anyPartition()));
      expect((await catalogueFaults(tx as unknown as typeof owner)).join('\n')).toContain(fault);
      await tx.unsafe('rollback; begin');
    });
  });
});

async function anyPartition(): Promise<string> {
  const [row] = await second`select inhrelid::regclass::text as name from pg_inherits
    where inhparent = 'operations'::regclass limit 1`;
  return String(row?.name);
}
