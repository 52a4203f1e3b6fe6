import { beforeAll, describe, expect, it } from 'vitest';
import { asMachine } from '@/db/client';
import { actorOf } from '@/db/factories/actors';
import { makeOperation } from '@/db/factories/operations';
import { statementsOf } from '@/db/testing/statements';
import { makeTenants, type Tenants } from '@/db/testing/tenants';
import { todayIn } from '@/lib/clock';
import type { Actor } from '@/lib/domain/actor';
import { type DocumentPage, readDocumentPage } from '@/lib/domain/document-filter';
import { operationOptions } from '../operations';
import { getOperation } from '../operations/get';
import { listViews } from '../views';
import { countDocuments } from './count';
import { getDocument } from './get';
import { listDocuments } from './list';

const today = todayIn('Europe/Lisbon');
let tenants: Tenants;
let id: string;

beforeAll(async () => {
  tenants = await asMachine('system', 'write', makeTenants);
  id = (await asMachine('system', 'write', (db) => makeOperation(db, tenants.services.padaria))).id;
});

const filterOf = ({ sort: _, after: _a, before: _b, size: _s, ...filter }: DocumentPage) => filter;
const options = { service: null, issuer: null, partner: null, search: '' };

/** Statements of the list's page plain, searched and by hash, then of the two pages of one thing. */
async function counts(actor: Actor): Promise<number[]> {
  const pages = [{}, { search: 'pdf' }, { reference: '=FT', status: 'SIGNED', sort: 'oldest' }, { hash: 'abcdef' }];
  const found: number[] = [];
  for (const params of pages) {
    const { page } = readDocumentPage('document', params, today);
    const reads = [
      [listDocuments, page],
      [countDocuments, filterOf(page)],
      [operationOptions, options],
      [listViews, { list: 'documents' }],
    ] as const;
    found.push(await statementsOf(actor, ...reads));
  }
  found.push(await statementsOf(actor, [getDocument, { id: `${id}.1` }]));
  found.push(await statementsOf(actor, [getOperation, { id }]));
  return found;
}

describe('the pages of documents', () => {
  it('send at most six statements, as many for many rows as for few', async () => {
    const { operators, issuers, services } = tenants;
    const auditor = actorOf(operators.auditor, { issuerIds: [issuers.padaria.id] });
    const everybody = [
      ...[operators.administrator, operators.partner, operators.issuer].map((o) => actorOf(o)),
      auditor,
    ];
    const few: number[][] = [];
    for (const actor of everybody) few.push(await counts(actor));
    expect(Math.max(...few.flat())).toBeLessThanOrEqual(6);

    await asMachine('system', 'write', async (db) => {
      for (let n = 0; n < 60; n++) await makeOperation(db, services.padaria, { documents: ['um.pdf', 'dois.pdf'] });
    });
    for (const [index, actor] of everybody.entries()) expect(await counts(actor)).toEqual(few[index]);
  });
});
