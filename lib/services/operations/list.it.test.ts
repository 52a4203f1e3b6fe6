import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { asMachine } from '@/db/client';
import { actorOf } from '@/db/factories/actors';
import { makeOperation } from '@/db/factories/operations';
import { makeTenants, type Tenants } from '@/db/testing/tenants';
import { todayIn } from '@/lib/clock';
import { addDays } from '@/lib/domain/consumption-calendar';
import { newId } from '@/lib/domain/ids';
import { operationSources, operationStatuses, operationTypes } from '@/lib/domain/operation';
import { type OperationPage, type RawParams, readOperationPage } from '@/lib/domain/operation-filter';
import { runQuery } from '../run';
import { countOperations } from './count';
import { listOperations } from './list';
import type { OperationRows } from './schemas';

const day = 86_400_000;
const today = todayIn('Europe/Lisbon');
type Operation = Awaited<ReturnType<typeof makeOperation>>;

let tenants: Tenants;
let all: Operation[];

beforeAll(async () => {
  tenants = await asMachine('system', 'write', makeTenants);
  const services = Object.values(tenants.services);
  const now = Date.now();
  all = await asMachine('system', 'write', async (db) => {
    const made: Operation[] = [];
    for (let index = 0; index < 90; index++) {
      const service = services[index % services.length];
      if (!service) continue;
      made.push(
        await makeOperation(db, service, {
          // Three at a time within one millisecond: the id must part them.
          at: new Date(now - Math.floor(index / 3) * (day / 2) - 1),
          status: operationStatuses[index % operationStatuses.length] ?? 'COMPLETED',
          type: operationTypes[Math.floor(index / 2) % 3] ?? 'DOCUMENT',
          source: operationSources[index % operationSources.length] ?? 'API_SYNC',
          reference: `${index % 2 ? 'FT' : 'FS'} 2026/${index}`,
          error: index % 4 === 0 ? '2.1.3' : '2.2.0',
          documents: [`fatura ção ${index}.pdf`, `100%_${index % 4}.pdf`],
        }),
      );
    }
    return made;
  });
});

const actor = (name: keyof Tenants['operators'], issuerIds: readonly string[] = []) =>
  actorOf(tenants.operators[name], { issuerIds });
const auditor = () => actor('auditor', [tenants.issuers.padaria.id]);
const page = (params: RawParams = {}): OperationPage => readOperationPage(params, today).page;
const every = { type: 'DOCUMENT,HASH,TEST' };

/** All pages from the first to the last, as a reader turns them. */
async function readThrough(who: ReturnType<typeof actor>, given: OperationPage) {
  const pages: string[][] = [];
  let after: string | null = null;
  for (;;) {
    const { rows, next }: OperationRows = await runQuery(who, listOperations, { ...given, after });
    pages.push(rows.map((row) => row[0]));
    after = rows.at(-1)?.[0] ?? null;
    if (!next) return pages;
  }
}

const newestFirst = (some: Operation[]) => some.map((each) => each.id).sort((a, b) => (a < b ? 1 : -1));
const idsFor = async (who: ReturnType<typeof actor>, params: RawParams) =>
  (await readThrough(who, page({ ...every, size: '100', ...params }))).flat();

describe('the operations list', () => {
  it('gives all pages without a gap or a repeat, in both orders, and the same ones backwards', async () => {
    const choice = fc.record({
      size: fc.constantFrom('25', '50', '100'),
      sort: fc.constantFrom('newest', 'oldest'),
      status: fc.subarray([...operationStatuses]).map((list) => list.join(',')),
      type: fc.subarray([...operationTypes], { minLength: 1 }).map((list) => list.join(',')),
    });
    await fc.assert(
      fc.asyncProperty(choice, async (params) => {
        const given = page(params);
        const wanted = all.filter(
          (each) =>
            given.types.includes(each.type) && (given.statuses.length === 0 || given.statuses.includes(each.status)),
        );
        const ids = newestFirst(wanted);
        const pages = await readThrough(actor('administrator'), given);
        expect(pages.flat()).toEqual(params.sort === 'newest' ? ids : ids.reverse());
        for (const [index, rows] of pages.entries()) {
          const first = rows[0];
          if (index === 0 || first === undefined) continue;
          const back = await runQuery(actor('administrator'), listOperations, { ...given, before: first });
          expect(back.rows.map((row) => row[0])).toEqual(pages[index - 1]);
          expect(back).toMatchObject({ next: true, previous: index > 1 });
        }
      }),
      { numRuns: 25 },
    );
  });

  it('leaves tests out unless they are asked for', async () => {
    const ids = (await readThrough(actor('administrator'), page({ size: '100' }))).flat();
    expect(ids).toEqual(newestFirst(all.filter((each) => each.type !== 'TEST')));
    expect(await idsFor(actor('administrator'), { type: 'TEST' })).toEqual(
      newestFirst(all.filter((each) => each.type === 'TEST')),
    );
  });

  it('narrows by each filter alone', async () => {
    const { services, issuers, partners } = tenants;
    const cases: [RawParams, (each: Operation) => boolean][] = [
      [{ service: services.sibling.id }, (each) => each.serviceId === services.sibling.id],
      [{ issuer: issuers.foreign.id }, (each) => each.issuerId === issuers.foreign.id],
      [{ partner: partners.alfa.id }, (each) => each.partnerId === partners.alfa.id],
      [{ status: 'FAILED,CANCELLED' }, (each) => ['FAILED', 'CANCELLED'].includes(each.status)],
      [{ source: 'PROXY' }, (each) => each.source === 'PROXY'],
      [{ error: '2.1.3' }, (each) => each.errorCode === '2.1.3'],
      [{ error: '2.3.1' }, () => false],
      [{ reference: 'FT 2026/1' }, (each) => each.externalRef.startsWith('FT 2026/1')],
      [{ reference: 'T 2026' }, () => false],
      [{ document: 'FATURA ÇÃO 7' }, (each) => /\/7\d?$/.test(each.externalRef)],
      [{ document: '100%_3' }, (each) => Number(each.externalRef.split('/')[1]) % 4 === 3],
      [{ document: '100__3' }, () => false],
    ];
    for (const [params, wanted] of cases) {
      expect(await idsFor(actor('administrator'), params), JSON.stringify(params)).toEqual(
        newestFirst(all.filter(wanted)),
      );
    }
  });

  it('takes whole local days', async () => {
    const from = addDays(today, -3);
    const wanted = all.filter((each) => todayIn('Europe/Lisbon', each.receivedAt) === from);
    expect(wanted.length).toBeGreaterThan(0);
    expect(await idsFor(actor('administrator'), { from, to: from })).toEqual(newestFirst(wanted));
  });

  it('shows each role its own scope and nothing beyond', async () => {
    const { issuers, partners } = tenants;
    const ofAlfa = all.filter((each) => each.partnerId === partners.alfa.id);
    const ofPadaria = all.filter((each) => each.issuerId === issuers.padaria.id);
    expect(await idsFor(actor('partner'), {})).toEqual(newestFirst(ofAlfa));
    expect(await idsFor(actor('issuer'), {})).toEqual(newestFirst(ofPadaria));
    expect(await idsFor(auditor(), {})).toEqual(newestFirst(ofPadaria));
    expect(await idsFor(actor('auditor'), {})).toEqual([]);
  });

  it('shows nothing of an issuer whose grant has ended, even when the actor still names it', async () => {
    expect(await idsFor(actor('idleAuditor', [tenants.issuers.padaria.id]), {})).toEqual([]);
  });

  it('reads an auditor of several issuers issuer by issuer, with the same result', async () => {
    const { padaria, sibling } = tenants.issuers;
    const ids = await idsFor(actor('auditor', [padaria.id, sibling.id]), {});
    expect(ids).toEqual(newestFirst(all.filter((each) => each.issuerId === padaria.id)));
  });

  it('never shows a child more than its parent, whatever the filter', async () => {
    const anyFilter = fc.record({
      status: fc.subarray([...operationStatuses]).map((list) => list.join(',')),
      error: fc.constantFrom('', '2.1.3', '2.2.0'),
      source: fc.subarray([...operationSources]).map((list) => list.join(',')),
      reference: fc.constantFrom('', 'FT', 'FS 2026/1'),
      document: fc.constantFrom('', 'fatura', '.pdf'),
      service: fc.constantFrom('', ...Object.values(tenants.services).map((each) => each.id)),
      issuer: fc.constantFrom('', ...Object.values(tenants.issuers).map((each) => each.id)),
    });
    await fc.assert(
      fc.asyncProperty(anyFilter, async (params) => {
        const chain = await Promise.all(
          [auditor(), actor('issuer'), actor('partner'), actor('administrator')].map((who) => idsFor(who, params)),
        );
        for (const [index, child] of chain.slice(0, -1).entries()) {
          const parent = new Set(chain[index + 1]);
          expect(child.every((id) => parent.has(id))).toBe(true);
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('the count of operations', () => {
  it('equals the length of the list for every role and filter', async () => {
    const filters: RawParams[] = [
      {},
      { status: 'FAILED' },
      { from: addDays(today, -5), to: addDays(today, -2) },
      { service: tenants.services.padaria.id },
      { issuer: tenants.issuers.padaria.id, status: 'COMPLETED,RECEIVED' },
      { partner: tenants.partners.alfa.id },
      { type: 'HASH' },
      { error: '2.2.0' },
      { error: '2.1.3', status: 'FAILED', from: addDays(today, -9) },
      { reference: 'FT' },
      { document: 'fatura' },
      { service: newId() },
    ];
    const roles = [auditor(), actor('issuer'), actor('partner'), actor('foreignPartner'), actor('administrator')];
    for (const who of roles) {
      for (const params of filters) {
        const { sort: _sort, after: _after, before: _before, size: _size, ...filter } = page(params);
        const listed = (await readThrough(who, page({ ...params, size: '100' }))).flat().length;
        expect(await runQuery(who, countOperations, filter), `${who.role} ${JSON.stringify(params)}`).toMatchObject({
          kind: 'exact',
          operations: listed,
        });
      }
    }
  });
});
