import { type SQL, sql } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { asActor, asMachine } from '@/db/client';
import { actorOf } from '@/db/factories/actors';
import { makeIssuer, makeService } from '@/db/factories/companies';
import { makeTenants, type Tenants } from '@/db/testing/tenants';
import type { Database } from '@/db/transaction';
import { todayIn } from '@/lib/clock';
import { type RawParams, readOperationPage } from '@/lib/domain/operation-filter';
import { listOperations } from './list';

const rows = 30_000;
let tenants: Tenants;
let granted: string[];

/** Two months of operations spread over many services: enough for a plan that sorts them all to be the dearer one. */
const fill = sql`
  insert into operations (id, partner_id, issuer_id, service_id, payer_kind, payer_id, received_at, local_day, external_ref,
    type, source, status, item_count, signed_count, failed_count, bytes)
  select (lpad(to_hex(floor(extract(epoch from at) * 1000)::bigint), 12, '0') || '7000' || '8' || lpad(to_hex(n), 15, '0'))::uuid,
    s.partner_id, s.issuer_id, s.id, 'ISSUER', s.issuer_id, at, (at at time zone 'Europe/Lisbon')::date, 'FT ' || n,
    'DOCUMENT', 'API_SYNC', case when n % 50 = 0 then 'FAILED' else 'COMPLETED' end, 1, 1, 0, 1000
  from generate_series(1, ${rows}::int) n
  cross join lateral (select date_trunc('milliseconds', now() - n * interval '40 days' / ${rows}::int) as at) t
  join (select row_number() over (order by id) as place, count(*) over () as places, * from client_services) s
    on s.place = 1 + n % s.places`;

beforeAll(async () => {
  tenants = await asMachine('system', 'write', makeTenants);
  granted = await asMachine('system', 'write', async (db) => {
    const more: string[] = [];
    for (let index = 0; index < 20; index++) {
      const issuer = await makeIssuer(db, index % 2 ? tenants.partners.alfa.id : tenants.partners.beta.id);
      await makeService(db, issuer);
      more.push(issuer.id);
    }
    const early = sql`select ensure_partitions((now() - interval '4 months')::date, now()::date)`;
    await db.execute(early);
    await db.execute(fill);
    return more;
  });
  const { default: postgres } = await import('postgres');
  const owner = postgres(process.env.DATABASE_OWNER_URL ?? '', { max: 1, onnotice: () => {} });
  await owner.unsafe('analyze');
  await owner.end();
});

/** Plans of the very statements that the verb runs, as this actor and as reads plan them: before their values are known. */
async function plansOf(who: ReturnType<typeof actorOf>, params: RawParams): Promise<string> {
  const { page } = readOperationPage(params, todayIn('Europe/Lisbon'));
  return asActor(who, 'read', async (db) => {
    const statements: SQL[] = [];
    await listOperations.run({ db: spying(db, statements), actor: who, input: page });
    const plans: string[] = [];
    for (const statement of statements) plans.push(await planOf(db, statement));
    return plans.join('\n');
  });
}

async function planOf(db: Database, statement: SQL): Promise<string> {
  const { sql: text, params } = new PgDialect().sqlToQuery(statement);
  if (!text.includes('operations')) return '';
  const { $client } = db as unknown as { $client: { unsafe(text: string, params: unknown[]): Promise<object[]> } };
  await $client.unsafe(`prepare page as ${text}`, []);
  const values = params.map((value) =>
    typeof value === 'number' ? value : `'${String(value).replaceAll("'", "''")}'`,
  );
  const given = values.length > 0 ? `(${values.join(', ')})` : '';
  const plan = await $client.unsafe(`explain (analyze, costs off, timing off, buffers off) execute page ${given}`, []);
  await $client.unsafe('deallocate page', []);
  return plan.map((row) => Object.values(row)[0]).join('\n');
}

/** A database that also notes each statement, so that it can be explained. */
function spying(db: Database, statements: SQL[]): Database {
  return new Proxy(db, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (name !== 'execute') return typeof value === 'function' ? value.bind(target) : value;
      return (statement: SQL) => {
        statements.push(statement);
        return target.execute(statement);
      };
    },
  });
}

/** Most rows that one scan of operations brought: a page, never the window. */
function mostScanned(plan: string): number {
  const scans = [...plan.matchAll(/Scan.* on operations_\S+ .*\(actual rows=(\d+)(?:\.\d+)? loops=(\d+)\)/g)];
  return Math.max(0, ...scans.map((scan) => Number(scan[1])));
}

describe('the plan of the operations list', () => {
  const cases: [string, () => ReturnType<typeof actorOf>, () => RawParams][] = [
    ['an administrator', () => actorOf(tenants.operators.administrator), () => ({})],
    ['a partner', () => actorOf(tenants.operators.foreignPartner), () => ({})],
    ['an issuer', () => actorOf(tenants.operators.issuer), () => ({})],
    [
      'an auditor of one issuer',
      () => actorOf(tenants.operators.auditor, { issuerIds: [tenants.issuers.padaria.id] }),
      () => ({}),
    ],
    [
      'an auditor of many',
      () => actorOf(tenants.operators.auditor, { issuerIds: [tenants.issuers.padaria.id, ...granted] }),
      () => ({}),
    ],
    ['a service', () => actorOf(tenants.operators.administrator), () => ({ service: tenants.services.foreign.id })],
    ['what failed', () => actorOf(tenants.operators.partner), () => ({ status: 'FAILED' })],
    ['a reference', () => actorOf(tenants.operators.partner), () => ({ reference: 'FT 12' })],
    ['the last page', () => actorOf(tenants.operators.administrator), () => ({ sort: 'oldest' })],
  ];
  it.each(cases)('reads a page and not the window for %s', async (_, who, params) => {
    const plan = await plansOf(who(), params());
    expect(plan).toMatch(/Index/);
    expect(mostScanned(plan), plan).toBeGreaterThan(0);
    expect(mostScanned(plan), plan).toBeLessThanOrEqual(120);
  });

  it('finds what failed, an error code and a reference in the index made for it', async () => {
    const partner = actorOf(tenants.operators.partner);
    expect(await plansOf(partner, { status: 'FAILED' })).toMatch(/partner_id_status_received_at_id_idx/);
    expect(await plansOf(partner, { error: '2.1.3' })).toMatch(/partner_id_status_received_at_id_idx/);
    expect(await plansOf(partner, { reference: 'FT 1234' })).toMatch(/Index Cond: .*external_ref/);
  });
});
