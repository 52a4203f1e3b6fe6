import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { asMachine } from '@/db/client';
import { makeOperation } from '@/db/factories/operations';
import { makeTenants, type Tenants } from '@/db/testing/tenants';
import { operationStatuses } from '@/lib/domain/operation';
import { foldUsage } from './fold';
import { usageDifferences } from './reconcile';

let tenants: Tenants;

beforeAll(async () => {
  tenants = await asMachine('system', 'write', makeTenants);
});

const fold = () => asMachine('system', 'write', foldUsage);
const differences = () => asMachine('system', 'read', (db) => usageDifferences(db, 35));
const numbers = async (query: ReturnType<typeof sql>) =>
  (await asMachine('system', 'read', async (db) => [...(await db.execute<Record<string, number>>(query))]))[0];

async function write(rounds: number): Promise<void> {
  const services = Object.values(tenants.services);
  for (let round = 0; round < rounds; round++) {
    const service = services[round % services.length];
    const status = operationStatuses[round % operationStatuses.length] ?? 'COMPLETED';
    const type = round % 7 === 0 ? 'TEST' : 'DOCUMENT';
    if (service) await asMachine('system', 'write', (db) => makeOperation(db, service, { status, type }));
  }
}

describe('folding usage', () => {
  it('stays exact under two folders, concurrent writers, and readers at any moment', async () => {
    const writing = Promise.all([write(40), write(40)]);
    let busy = true;
    void writing.finally(() => {
      busy = false;
    });
    const fold10 = async () => {
      while (busy) {
        await fold();
        await sleep(5);
      }
    };
    const seen: number[] = [];
    const reading = (async () => {
      while (busy) seen.push((await differences()).count);
    })();
    await Promise.all([writing, fold10(), fold10(), reading]);
    expect(seen.length).toBeGreaterThan(2);
    expect(new Set(seen)).toEqual(new Set([0]));
    await fold();
    expect(await differences()).toEqual({ count: 0, named: [] });
    const totals = sql`select (select count(*) from usage_delta)::int as waiting,
      (select sum(received + processing + completed + completed_with_errors + failed + cancelled) from usage_day)::int as by_service,
      (select sum(operations) from usage_partner_day)::int as by_partner,
      (select count(*) from operations where type <> 'TEST')::int as raw`;
    expect(await numbers(totals)).toEqual({ waiting: 0, by_service: 68, by_partner: 68, raw: 68 });
  });

  it('takes back what a change of status takes back', async () => {
    const service = tenants.services.padaria;
    const of = { partner: service.partnerId, issuer: service.issuerId, service: service.id };
    const count = sql`select received::int as received, completed::int as completed from usage_day
      where service_id = ${service.id} order by day desc limit 1`;
    const before = await numbers(count);
    await asMachine('system', 'write', (db) =>
      db.execute(sql`insert into usage_delta (partner_id, issuer_id, service_id, payer_kind, payer_id, day, status, operations)
        select ${of.partner}::uuid, ${of.issuer}::uuid, ${of.service}::uuid, 'ISSUER', ${of.issuer}::uuid, installation_day(), s, n
        from (values ('RECEIVED', -1), ('COMPLETED', 1)) v(s, n)`),
    );
    await fold();
    expect(await numbers(count)).toEqual({
      received: Number(before?.received) - 1,
      completed: Number(before?.completed) + 1,
    });
  });

  it('names the group in which roll-up and raw rows differ, in both roll-ups', async () => {
    const { count, named } = await differences();
    expect(count).toBe(named.length);
    expect(new Set(named.map(({ rollUp }) => rollUp))).toEqual(new Set(['usage_day', 'usage_partner_day']));
    expect(named.find(({ rollUp }) => rollUp === 'usage_day')?.group).toContain(tenants.services.padaria.id);
  });
});
