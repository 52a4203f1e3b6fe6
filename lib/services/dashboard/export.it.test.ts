import { beforeAll, describe, expect, it } from 'vitest';
import { asMachine } from '@/db/client';
import { actorOf } from '@/db/factories/actors';
import { makeOperation } from '@/db/factories/operations';
import { makeTenants, type Tenants } from '@/db/testing/tenants';
import { todayIn } from '@/lib/clock';
import { sameDaysOfLastMonth } from '@/lib/domain/consumption-calendar';
import { readOrder } from '../exports/order';
import { streamExport } from '../exports/stream';
import { runQuery } from '../run';
import { consumption } from './consumption';
import { exportConsumption } from './export';
import type { ConsumptionLine, ConsumptionTable } from './schemas';

const query = { months: 12, days: 30, split: 'service', compare: true } as const;
const before = sameDaysOfLastMonth(todayIn('Europe/Lisbon'));
let tenants: Tenants;

beforeAll(async () => {
  tenants = await asMachine('system', 'write', makeTenants);
  await asMachine('system', 'write', async (db) => {
    for (const [index, service] of Object.values(tenants.services).entries()) {
      for (let n = 0; n <= index; n++) await makeOperation(db, service);
      await makeOperation(db, service, { status: 'FAILED', error: '2.1.3' });
      await makeOperation(db, service, { at: new Date(`${before.from}T12:00:00Z`) });
    }
  });
});

async function linesOf(
  role: keyof Tenants['operators'],
  table: ConsumptionTable,
  more: object = {},
): Promise<ConsumptionLine[]> {
  const reading = await runQuery(actorOf(tenants.operators[role]), exportConsumption, { ...query, ...more, table });
  const lines = [...(await reading.next())];
  expect(await reading.next()).toEqual([]);
  expect(lines).toHaveLength(reading.count);
  return lines;
}

const sum = (values: readonly (number | null)[]): number =>
  values.reduce<number>((all, value) => all + (value ?? 0), 0);

describe('tables of the dashboard as files', () => {
  it.each(['administrator', 'partner', 'issuer'] as const)(
    'hold for the role %s what the dashboard counts',
    async (role) => {
      const data = await runQuery(actorOf(tenants.operators[role]), consumption, query);
      const months = await linesOf(role, 'months');
      expect(sum(months.map((line) => line.requests))).toBe(sum(data.monthRows.map((row) => row[3])));
      expect(new Set(months.map(({ period }) => period)).size).toBe(12);
      expect(sum((await linesOf(role, 'days')).map((line) => line.signedItems))).toBe(
        sum(data.dayRows.map((row) => row[2])),
      );
      const parts = await linesOf(role, 'parts');
      expect(sum(parts.map((line) => line.before))).toBe(sum(data.previousRows.map((row) => row[1])));
      const failures = await linesOf(role, 'failures');
      expect(failures.map(({ code, requests }) => [code, requests])).toEqual(data.failureRows.map((row) => [...row]));
    },
  );

  it('tell no split that the role has not, and no status but of operations', async () => {
    expect((await linesOf('issuer', 'parts', { split: 'partner' })).map(({ key }) => key)).toEqual([null]);
    const byStatus = await linesOf('partner', 'parts', { split: 'status' });
    expect(byStatus.map(({ key, signedItems }) => [key, signedItems])).toContainEqual(['FAILED', null]);
  });

  it('come as CSV under the address of the page, with what narrows them in words', async () => {
    const actor = actorOf(tenants.operators.partner);
    const address = {
      issuer: tenants.issuers.padaria.id,
      split: 'service',
      format: 'csv',
      columns: 'period,part,requests',
    };
    const { format, ...order } = readOrder('consumption-parts', address, 'pt');
    const { rows, body } = await streamExport(actor, { ...order, format: format ?? 'csv' }, async () => actor);
    const text = await new Response(body).text();
    expect(rows).toBe(1);
    expect(text).toContain('Mês em curso · Por serviço · Emissor: Padaria');
    expect(text).toMatch(/\d{4}-\d{2};Padaria, Principal ·[0-9a-f]{6};2\r\n/);
  });
});
