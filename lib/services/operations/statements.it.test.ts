import { beforeAll, describe, expect, it } from 'vitest';
import { asMachine } from '@/db/client';
import { actorOf } from '@/db/factories/actors';
import { makeOperation } from '@/db/factories/operations';
import { statementsOf } from '@/db/testing/statements';
import { makeTenants, type Tenants } from '@/db/testing/tenants';
import { todayIn } from '@/lib/clock';
import type { Actor } from '@/lib/domain/actor';
import { type OperationPage, readOperationPage } from '@/lib/domain/operation-filter';
import { listViews } from '../views';
import { countOperations } from './count';
import { listOperations } from './list';
import { operationOptions } from './options';

const today = todayIn('Europe/Lisbon');
let tenants: Tenants;

beforeAll(async () => {
  tenants = await asMachine('system', 'write', makeTenants);
});

const filterOf = ({ sort: _, after: _a, before: _b, size: _s, ...filter }: OperationPage) => filter;
const options = { service: null, issuer: null, partner: null, search: '' };

/** Statements of the list's page: plain, narrowed, in the other order, searched. */
async function counts(actor: Actor): Promise<number[]> {
  const pages = [
    {},
    { status: 'FAILED', period: 'today' },
    { reference: 'FT', sort: 'oldest' },
    { document: 'um.pdf' },
  ];
  const found: number[] = [];
  for (const params of pages) {
    const { page } = readOperationPage(params, today);
    found.push(
      await statementsOf(
        actor,
        [listOperations, page],
        [countOperations, filterOf(page)],
        [operationOptions, options],
        [listViews, { list: 'operations' }],
      ),
    );
  }
  return found;
}

describe('the page of operations', () => {
  it('sends at most six statements for every role and filter, however many rows there are', async () => {
    const { operators, issuers, services } = tenants;
    const everybody = [
      ...[operators.administrator, operators.partner, operators.issuer].map((each) => actorOf(each)),
      actorOf(operators.auditor, { issuerIds: [issuers.padaria.id] }),
    ];
    for (let round = 0; round < 2; round++) {
      for (const actor of everybody) {
        expect(Math.max(...(await counts(actor))), actor.role).toBeLessThanOrEqual(6);
      }
      await asMachine('system', 'write', async (db) => {
        for (let n = 0; n < 60; n++) await makeOperation(db, services.padaria, { documents: ['um.pdf'] });
      });
    }
  });
});
