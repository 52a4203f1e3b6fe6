import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { asActor, asMachine } from '@/db/client';
import { actorOf } from '@/db/factories/actors';
import { makeOperation } from '@/db/factories/operations';
import { makeTenants, type Tenants } from '@/db/testing/tenants';
import { newId } from '@/lib/domain/ids';
import { runQuery } from '../run';
import { getOperation } from './get';
import { operationOptions } from './options';

let tenants: Tenants;
let own: Awaited<ReturnType<typeof makeOperation>>;
let foreign: typeof own;

beforeAll(async () => {
  tenants = await asMachine('system', 'write', makeTenants);
  own = await asMachine('system', 'write', (db) =>
    makeOperation(db, tenants.services.padaria, { documents: ['um.pdf', 'dois.pdf'] }),
  );
  foreign = await asMachine('system', 'write', (db) => makeOperation(db, tenants.services.foreign));
});

const actor = (name: keyof Tenants['operators'], issuerIds: readonly string[] = []) =>
  actorOf(tenants.operators[name], { issuerIds });
const auditor = () => actor('auditor', [tenants.issuers.padaria.id]);

describe('one operation', () => {
  it('comes with its owner, its payer and its documents, to every role in whose scope it is', async () => {
    for (const who of [actor('administrator'), actor('partner'), actor('issuer'), auditor()]) {
      const found = await runQuery(who, getOperation, { id: own.id });
      expect(found).toMatchObject({
        id: own.id,
        receivedAt: own.receivedAt.getTime(),
        issuer: { name: 'Padaria' },
        partner: { name: 'Alfa' },
        payer: { kind: 'ISSUER', name: 'Padaria' },
      });
      expect(found.documents.map((each) => [each.id, each.name])).toEqual([
        [`${own.id}.1`, 'um.pdf'],
        [`${own.id}.2`, 'dois.pdf'],
      ]);
      expect(found.documents[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
    }
  });

  it('is not found when it is foreign, absent, malformed, or the grant has ended', async () => {
    const ids = [
      foreign.id,
      newId(),
      'nonsense',
      '',
      `${own.id}x`,
      '../../etc',
      '018f0000-0000-4000-8000-000000000000',
    ];
    for (const id of ids) {
      for (const who of [actor('partner'), actor('issuer'), auditor()]) {
        await expect(runQuery(who, getOperation, { id }), `${who.role} ${id}`).rejects.toMatchObject({
          code: 'not_found',
        });
      }
    }
    const ended = actor('idleAuditor', [tenants.issuers.padaria.id]);
    await expect(runQuery(ended, getOperation, { id: own.id })).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('the choices of the filter menus', () => {
  const none = { service: null, issuer: null, partner: null, search: '' };
  const names = async (who: ReturnType<typeof actor>, search = '') => {
    const options = await runQuery(who, operationOptions, { ...none, search });
    return {
      services: options.services.map((each) => each[0]).sort(),
      issuers: options.issuers.map((each) => each[1]),
      partners: options.partners.map((each) => each[1]),
    };
  };

  it('are those within scope, and none where there is nothing to choose', async () => {
    const { padaria, sibling } = tenants.services;
    expect(await names(actor('partner'))).toEqual({
      services: [padaria.id, sibling.id].sort(),
      issuers: ['Padaria', 'Sibling'],
      partners: [],
    });
    expect(await names(actor('issuer'))).toEqual({ services: [padaria.id], issuers: [], partners: [] });
    expect(await names(auditor())).toMatchObject({ services: [padaria.id], issuers: ['Padaria'] });
    expect((await names(actor('administrator'))).partners).toEqual(expect.arrayContaining(['Alfa', 'Beta', null]));
  });

  it('are found by a part of their name, in whatever case, and the chosen one stays among them', async () => {
    expect((await names(actor('partner'), 'SIBL')).issuers).toEqual(['Sibling']);
    const chosen = { ...none, issuer: tenants.issuers.padaria.id, search: 'sibl' };
    const { issuers } = await runQuery(actor('partner'), operationOptions, chosen);
    expect(issuers.map((each) => each[1])).toEqual(['Padaria', 'Sibling']);
  });
});

describe('reading of the wrong partition', () => {
  it('cannot happen: the id names the month', async () => {
    const plan = await asActor(actor('administrator'), 'read', (db) =>
      db.execute<{ 'QUERY PLAN': string }>(
        sql`explain select 1 from operations where id = ${own.id} and received_at >= ${own.receivedAt.toISOString()}::timestamptz and received_at < ${own.receivedAt.toISOString()}::timestamptz + interval '1 ms'`,
      ),
    );
    const scans = plan.filter((row) => row['QUERY PLAN'].includes('Scan'));
    expect(scans).toHaveLength(1);
  });
});
