import { beforeAll, describe, expect, it } from 'vitest';
import { asMachine } from '@/db/client';
import { actorOf } from '@/db/factories/actors';
import { makeOperation } from '@/db/factories/operations';
import { asSuperuser } from '@/db/testing/owner-connection';
import { makeTenants, type Tenants } from '@/db/testing/tenants';
import { todayIn } from '@/lib/clock';
import { addDays, monthToDate } from '@/lib/domain/consumption-calendar';
import { readOperationPage } from '@/lib/domain/operation-filter';
import { countOperations } from '../operations/count';
import { listOperations } from '../operations/list';
import { runQuery } from '../run';
import { consumption } from './consumption';

const today = todayIn('Europe/Lisbon');
const month = monthToDate(today);
const superuser = asSuperuser();
let tenants: Tenants;

/** Failures of two reasons at every service, and what the table must leave out: tests, successes and last month. */
beforeAll(async () => {
  tenants = await asMachine('system', 'write', makeTenants);
  const lastMonth = new Date(`${addDays(month.from, -1)}T12:00:00Z`);
  await asMachine('system', 'write', async (db) => {
    for (const [index, service] of Object.values(tenants.services).entries()) {
      for (let n = 0; n <= index; n++) await makeOperation(db, service, { status: 'FAILED', error: '2.1.3' });
      await makeOperation(db, service, { status: 'FAILED', error: '2.2.0' });
      await makeOperation(db, service, { status: 'FAILED', error: '2.2.0', type: 'TEST' });
      await makeOperation(db, service, { status: 'FAILED', error: '2.3.1', at: lastMonth });
      await makeOperation(db, service);
    }
  });
});

/** Raw rows, in SQL of its own. */
async function rawRows(error: string, owner: 'partner_id' | 'issuer_id' | null, id: string | null): Promise<string[]> {
  const rows = await superuser.unsafe<{ id: string }[]>(
    `select id from operations where status = 'FAILED' and type <> 'TEST' and error_code = $1
       and (received_at at time zone 'Europe/Lisbon')::date between $2::date and $3::date
       and ${owner === null ? '$4::uuid is null' : `${owner} = $4::uuid`}`,
    [error, month.from, month.to, id],
  );
  return rows.map((row) => row.id).sort();
}

describe('failures by reason', () => {
  it.each(['administrator', 'partner', 'issuer'] as const)('open exactly their rows for the role %s', async (role) => {
    const actor = actorOf(tenants.operators[role]);
    const owner = { administrator: null, partner: 'partner_id', issuer: 'issuer_id' } as const;
    const id = actor.issuerId ?? actor.partnerId;
    const query = { months: 12, days: 30, split: 'none', compare: true } as const;
    const { failureRows } = await runQuery(actor, consumption, query);
    expect(failureRows.map(([code]) => code).sort()).toEqual(['2.1.3', '2.2.0']);
    for (const [code, failed] of failureRows) {
      const params = { ...month, status: 'FAILED', error: code ?? '', size: '100' };
      const { page, notes } = readOperationPage(params, today);
      const { sort: _sort, after: _after, before: _before, size: _size, ...filter } = page;
      expect(notes).toEqual([]);
      const total = { kind: 'exact', operations: failed, signedItems: null };
      expect(await runQuery(actor, countOperations, filter)).toEqual(total);
      const { rows, next } = await runQuery(actor, listOperations, page);
      expect(next).toBe(false);
      const raw = await rawRows(code ?? '', owner[role], role === 'administrator' ? null : id);
      expect(rows.map((row) => row[0]).sort()).toEqual(raw);
      expect(raw).toHaveLength(failed);
    }
  });
});
