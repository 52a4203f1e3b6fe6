import { verify } from '@node-rs/argon2';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { usageDifferences } from '@/db/jobs/reconcile';
import { createPool, type Pool } from '@/db/pool';
import { machineScope } from '@/db/scope';
import { asSuperuser } from '@/db/testing/owner-connection';
import { type Database, inTransaction } from '@/db/transaction';
import { timeOfId } from '@/lib/domain/ids';
import { isNif } from '@/lib/domain/nif';
import { inBulk } from './bulk';
import { seedDemo } from './seed';

const superuser = asSuperuser();
const operations = 2_000;
// Noon: a day that has just begun has nothing under way yet.
const now = new Date(new Date().setUTCHours(12, 0, 0, 0) - 86_400_000);
const pools: Pool[] = [];

function system<T>(pool: Pool, work: (db: Database) => Promise<T>): Promise<T> {
  return inTransaction(pool, 'write', machineScope('system', 'signstash_', 120_000), work);
}

const seed = (pool: Pool) => system(pool, (db) => seedDemo(db, { operations, now, report: () => {} }));
const read = async (pool: Pool, query: ReturnType<typeof sql>) => [...(await system(pool, (db) => db.execute(query)))];

/** Everything that was seeded, as one fingerprint; passwords are salted and so differ. */
const fingerprint = sql`select
  (select md5(string_agg(o::text, ',' order by id)) from operations o) as operations,
  (select md5(string_agg(d::text, ',' order by operation_id, seq)) from documents d) as documents,
  (select md5(string_agg(u::text, ',' order by service_id, day)) from usage_day u) as usage,
  (select md5(string_agg(s::text, ',' order by id)) from (select id, alias, name, issuer_id, created_at, status from client_services) s) as services,
  (select md5(string_agg(o::text, ',' order by id)) from (select id, email, role, partner_id, issuer_id from operators) o) as operators`;

let first: Pool;
let second: Pool;
const twin = `seed_${Date.now()}`;

beforeAll(async () => {
  const url = new URL(String(process.env.DATABASE_URL));
  const template = new URL(String(process.env.TEST_OWNER_URL)).pathname.slice(1);
  await superuser.unsafe(`create database ${twin} template ${template}`);
  first = createPool(url.href, 1);
  url.pathname = `/${twin}`;
  second = createPool(url.href, 1);
  pools.push(first, second);
  const ownerUrl = new URL(String(process.env.DATABASE_OWNER_URL));
  ownerUrl.pathname = `/${twin}`;
  const bulk = { ownerUrl: ownerUrl.href, rolePrefix: 'signstash_', timeoutMs: 120_000 };
  await Promise.all([
    seed(first),
    inBulk(bulk, (db, loader) => seedDemo(db, { operations, now, report: () => {}, loader })),
  ]);
}, 120_000);

afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.end()));
  await superuser.unsafe(`drop database if exists ${twin} with (force)`);
});

describe('the demonstration', () => {
  it('is the same in two databases, one of them loaded in bulk', async () => {
    expect(await read(first, fingerprint)).toEqual(await read(second, fingerprint));
  });

  it('leaves every index there, and no membership of the owner', async () => {
    const indexes = sql`select indexdef from pg_indexes where schemaname = 'public' order by 1`;
    expect(await read(second, indexes)).toEqual(await read(first, indexes));
    expect(
      await superuser`select from pg_auth_members where roleid = 'signstash_system'::regrole and not admin_option
        and member = (select datdba from pg_database where datname = ${twin})`,
    ).toHaveLength(0);
  });

  it('is made once', async () => {
    expect(await seed(first)).toBeNull();
  });

  it('has what was promised', async () => {
    const [counts] = await read(
      first,
      sql`select (select count(*) from partners where type <> 'HOUSE')::int as partners, (select count(*) from issuers)::int as issuers,
        (select count(*) from client_services)::int as services, (select count(*) from operations)::int as operations,
        (select count(*) from issuers where status = 'blocked')::int as blocked, (select count(*) from issuers where status = 'suspended')::int as suspended,
        (select count(distinct status) from operations)::int as statuses, (select count(distinct type) from operations)::int as types,
        (select count(distinct source) from operations)::int as sources, (select count(distinct date_trunc('month', local_day)) from operations)::int as months`,
    );
    expect(counts).toEqual({
      partners: 6,
      issuers: 60,
      services: 90,
      operations,
      blocked: 1,
      suspended: 1,
      statuses: 6,
      types: 3,
      sources: 5,
      months: 25,
    });
  });

  it('has the seven accounts with their password, and one grant until the end of next year', async () => {
    const accounts = await read(
      first,
      sql`select o.email, o.role, coalesce(i.name, p.name) as company, o.password_hash as hash from operators o
        left join issuers i on i.id = o.issuer_id left join partners p on p.id = o.partner_id order by o.email`,
    );
    expect(accounts.map(({ email, role, company }) => [email, role, company])).toEqual([
      ['admin@demo.test', 'administrator', null],
      ['auditor@demo.test', 'auditor', null],
      ['integrator@demo.test', 'partner', 'Alfa ERP'],
      ['issuer2@demo.test', 'issuer', 'Mercearia da Avenida'],
      ['issuer3@demo.test', 'issuer', 'Energia Solar Évora'],
      ['issuer@demo.test', 'issuer', 'Padaria Central'],
      ['reseller@demo.test', 'partner', 'Beta Faturação'],
    ]);
    expect(await verify(String(accounts[0]?.hash), 'Demo-signstash-2026')).toBe(true);
    const grants = await read(
      first,
      sql`select i.name, a.valid_to::text as until from audit_accesses a join issuers i on i.id = a.issuer_id`,
    );
    expect(grants).toEqual([{ name: 'Padaria Central', until: expect.stringMatching(/^\d{4}-12-31$/) }]);
  });

  it('carries the time of reception in each id, the local day beside it, and nothing of the future', async () => {
    const rows = await read(
      first,
      sql`select id, extract(epoch from received_at) * 1000 as ms, received_at <= ${now.toISOString()}::timestamptz and coalesce(finished_at, received_at) <= ${now.toISOString()}::timestamptz as past,
        local_day = (received_at at time zone 'Europe/Lisbon')::date as day from operations`,
    );
    for (const { id, ms, past, day } of rows) {
      expect(timeOfId(String(id))).toBe(Number(ms));
      expect([past, day]).toEqual([true, true]);
    }
  });

  it('has documents that add up to their operation', async () => {
    const wrong = sql`select o.id from operations o join lateral (
        select count(*) as items, count(*) filter (where status in ('SIGNED', 'NOTIFIED', 'ARCHIVED')) as signed,
          count(*) filter (where status = 'FAILED') as failed, coalesce(sum(size_bytes), 0) as bytes
        from documents d where d.operation_id = o.id) d on true
      where row (o.item_count, o.signed_count, o.failed_count, o.bytes) <> row (d.items, d.signed, d.failed, d.bytes)
        or (o.status = 'COMPLETED') <> (o.signed_count = o.item_count) or (o.finished_at is null) <> (o.status in ('RECEIVED', 'PROCESSING'))`;
    expect(await read(first, wrong)).toEqual([]);
    const keys = sql`select count(*)::int as n from operations o join operation_keys k on k.operation_id = o.id and k.external_ref = o.external_ref and k.service_id = o.service_id`;
    expect(await read(first, keys)).toEqual([{ n: operations }]);
  });

  it('has no document that claims to have content', async () => {
    const claims = sql`select 1 from documents where stored union all select 1 from contents`;
    expect(await read(first, claims)).toEqual([]);
  });

  it('has a secret for every client service', async () => {
    // No role but the gate may read them.
    const [row] =
      await superuser`select count(distinct service_id)::int as services, min(secret_hash) as hash from service_secrets`;
    expect(row?.services).toBe(90);
    expect(await verify(String(row?.hash), 'Demo-service-2026')).toBe(true);
  });

  it('has valid VAT numbers everywhere', async () => {
    const nifs = await read(
      first,
      sql`select substr(code, 5) as nif from issuers union select recipient_nif from documents where recipient_nif is not null`,
    );
    expect(nifs.length).toBeGreaterThan(500);
    expect(nifs.filter(({ nif }) => !isNif(String(nif)))).toEqual([]);
  });

  it('has a roll-up that equals its raw rows', async () => {
    expect(await system(first, (db) => usageDifferences(db, 800))).toEqual({ count: 0, named: [] });
  });
});
