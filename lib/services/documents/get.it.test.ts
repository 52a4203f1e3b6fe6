import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asMachine } from '@/db/client';
import { actorOf } from '@/db/factories/actors';
import { makeOperation } from '@/db/factories/operations';
import { asSuperuser } from '@/db/testing/owner-connection';
import { makeTenants, type Tenants } from '@/db/testing/tenants';
import type { Actor } from '@/lib/domain/actor';
import { runQuery } from '../run';
import { getDocument } from './get';

const superuser = asSuperuser();
let tenants: Tenants;
let own: string;
let foreign: string;
let proxied: string;

beforeAll(async () => {
  tenants = await asMachine('system', 'write', makeTenants);
  const { padaria, foreign: other } = tenants.services;
  await asMachine('system', 'write', async (db) => {
    own = (await makeOperation(db, padaria, { documents: ['um.pdf', 'dois.pdf'], reference: 'FT 1' })).id;
    foreign = (await makeOperation(db, other)).id;
    proxied = (await makeOperation(db, padaria, { source: 'PROXY' })).id;
  });
});
afterAll(() => superuser.end());

const permitted = (): Actor[] => {
  const { operators, issuers } = tenants;
  return [
    actorOf(operators.administrator),
    actorOf(operators.partner),
    actorOf(operators.issuer),
    actorOf(operators.auditor, { issuerIds: [issuers.padaria.id] }),
  ];
};
const get = (actor: Actor, id: string) => runQuery(actor, getDocument, { id });

describe('one document', () => {
  it('comes with its operation and its owner, to every role in whose scope it is', async () => {
    for (const actor of permitted()) {
      expect(await get(actor, `${own}.2`), actor.role).toMatchObject({
        id: `${own}.2`,
        seq: 2,
        name: 'dois.pdf',
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        content: 'stored',
        operation: { id: own, reference: 'FT 1', items: 2 },
        issuer: { name: 'Padaria' },
        partner: { name: 'Alfa' },
      });
    }
  });

  it('says why there is no content: the proxy kept it, or it was purged', async () => {
    const [administrator] = permitted();
    if (!administrator) throw new Error('nobody asks');
    expect(await get(administrator, `${proxied}.1`)).toMatchObject({ content: 'details_only' });
    await superuser`update documents set status = 'PURGED', custody_until = '2026-01-31' where operation_id = ${own} and seq = 1`;
    const purged = { content: 'purged', custodyUntil: '2026-01-31' };
    expect(await get(administrator, `${own}.1`)).toMatchObject(purged);
  });

  it('is not found when it is foreign, absent, malformed, or the grant has ended', async () => {
    const ids = [`${foreign}.1`, `${own}.3`, `${own}.0`, own, `${own}.1.1`, '', 'x.1', `${own}.-1`, `${own}.1'--`];
    for (const id of ids) {
      for (const actor of permitted().slice(1)) {
        await expect(get(actor, id), `${actor.role} ${id}`).rejects.toMatchObject({ code: 'not_found' });
      }
    }
    const { operators, issuers } = tenants;
    const ended = actorOf(operators.idleAuditor, { issuerIds: [issuers.padaria.id] });
    await expect(get(ended, `${own}.1`)).rejects.toMatchObject({ code: 'not_found' });
  });
});
