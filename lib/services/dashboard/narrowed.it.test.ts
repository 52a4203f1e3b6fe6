import { beforeAll, describe, expect, it } from 'vitest';
import { asMachine } from '@/db/client';
import { actorOf } from '@/db/factories/actors';
import { makeService } from '@/db/factories/companies';
import { makeOperation } from '@/db/factories/operations';
import { makeTenants, type Tenants } from '@/db/testing/tenants';
import { todayIn } from '@/lib/clock';
import { type ConsumptionOwner, type ConsumptionSplit, splitsOf } from '@/lib/domain/consumption';
import { prepareConsumption, spanOf } from '@/lib/domain/consumption-view';
import { readOperationPage } from '@/lib/domain/operation-filter';
import { countOperations } from '../operations/count';
import { runQuery } from '../run';
import { consumption } from './consumption';

const today = todayIn('Europe/Lisbon');
const usual = { months: 12, days: 30, compare: true, service: null, issuer: null, partner: null } as const;
let tenants: Tenants;
let second: Awaited<ReturnType<typeof makeService>>;

/** Each service has another number of operations, and Padaria two services. */
beforeAll(async () => {
  tenants = await asMachine('system', 'write', makeTenants);
  second = await asMachine('system', 'write', (db) => makeService(db, tenants.issuers.padaria, { name: 'Loja' }));
  const { padaria, sibling, foreign } = tenants.services;
  await asMachine('system', 'write', async (db) => {
    for (const [index, service] of [padaria, second, sibling, foreign].entries()) {
      for (let n = 0; n < 2 ** index; n++) await makeOperation(db, service);
      await makeOperation(db, service, { status: 'FAILED', error: '2.1.3' });
      await makeOperation(db, service, { type: 'TEST' });
    }
  });
});

type RoleName = 'administrator' | 'partner' | 'issuer';
const idOf = (owner: ConsumptionOwner): string =>
  ({ service: second.id, issuer: tenants.issuers.padaria.id, partner: tenants.partners.alfa.id })[owner];
/** Requests by what the page is narrowed to: those of the service, of Padaria's two, of Alfa's three. */
const requests: Record<ConsumptionOwner, number> = { service: 3, issuer: 5, partner: 10 };

async function view(role: RoleName, owner: ConsumptionOwner, id: string, split: ConsumptionSplit = 'none') {
  const query = { ...usual, split, [owner]: id };
  return prepareConsumption(await runQuery(actorOf(tenants.operators[role]), consumption, query), query);
}

describe('the dashboard of one service, issuer or partner', () => {
  it.each([
    ['administrator', 'service'],
    ['administrator', 'issuer'],
    ['administrator', 'partner'],
    ['partner', 'service'],
    ['partner', 'issuer'],
    ['issuer', 'service'],
  ] as const)('counts for the role %s what the list of that %s counts, however it is split', async (role, owner) => {
    const only = { service: null, issuer: null, partner: null, [owner]: idOf(owner) };
    for (const split of splitsOf(role, only)) {
      const seen = await view(role, owner, idOf(owner), split);
      const [, running] = seen.running;
      const { from, to, ...owners } = spanOf(seen, 'running');
      const {
        sort: _s,
        after: _a,
        before: _b,
        size: _n,
        ...filter
      } = readOperationPage({ from, to, ...owners }, today).page;
      const listed = await runQuery(actorOf(tenants.operators[role]), countOperations, filter);
      expect({ split, running, listed: listed.operations }).toEqual({
        split,
        running: requests[owner],
        listed: requests[owner],
      });
      expect(seen.narrowed.map((each) => each.name?.label ?? null)).not.toContain(null);
    }
  });

  it('counts its services, its failures and what failed just now', async () => {
    const seen = await view('administrator', 'issuer', tenants.issuers.padaria.id);
    expect(seen.services).toEqual({ active: 2, all: 2, others: [] });
    expect(seen.failureRows).toEqual([['2.1.3', 2]]);
    expect(seen.failuresNow).toMatchObject([{ code: '2.1.3', lastHour: 2 }]);
  });

  it('is empty and nameless for what is out of scope, as for what is not there', async () => {
    const nobody = '01900000-0000-7000-8000-000000000001';
    for (const [owner, id] of [
      ['service', tenants.services.foreign.id],
      ['issuer', tenants.issuers.foreign.id],
      ['partner', tenants.partners.beta.id],
      ['service', nobody],
    ] as const) {
      const { empty, services, failureRows, failuresNow, narrowed } = await view('partner', owner, id);
      expect({ empty, all: services.all, failureRows, failuresNow, narrowed }).toEqual({
        empty: true,
        all: 0,
        failureRows: [],
        failuresNow: [],
        narrowed: [{ owner, name: null }],
      });
    }
  });
});
