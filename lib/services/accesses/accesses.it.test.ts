import { beforeEach, describe, expect, it } from 'vitest';
import { asMachine } from '@/db/client';
import { actorOf } from '@/db/factories/actors';
import { openSession } from '@/db/gate/sessions';
import { makeTenants, type Tenants } from '@/db/testing/tenants';
import { actorOfSession } from '@/lib/auth/session-actor';
import { newId } from '@/lib/domain/ids';
import { runCommand, runQuery } from '../run';
import { endAccess } from './end';
import { accessDirectory } from './list';

let tenants: Tenants;
beforeEach(async () => {
  tenants = await asMachine('system', 'write', makeTenants);
});
const actor = (name: keyof Tenants['operators']) => actorOf(tenants.operators[name]);
const list = async (name: keyof Tenants['operators']) => {
  const asked = { search: null, statuses: [], roles: [], types: [], states: [], bundle: null, partner: null };
  const page = { issuer: tenants.issuers.padaria.id, sort: 'name', after: null, before: null, size: 50 };
  return (await runQuery(actor(name), accessDirectory.list, { ...asked, ...page })).rows;
};

describe('audit accesses', () => {
  it('say who was granted what until when; only who may see the account reads its name', async () => {
    const { auditor, idleAuditor } = tenants.operators;
    const seen = (await list('issuer')).map(([, name, email, issuer, state]) => [name, email, issuer, state]);
    expect(seen.sort()).toEqual(
      [
        [auditor.name, `${auditor.id}@operator.test`, 'Padaria', 'valid'],
        [idleAuditor.name, `${idleAuditor.id}@operator.test`, 'Padaria', 'over'],
      ].sort(),
    );
    expect((await list('partner')).map(([, name]) => name)).toEqual([null, null]);
    expect(await list('foreignPartner')).toEqual([]);
    await expect(list('auditor')).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('ended, the issuer is gone for the auditor with its next request', async () => {
    const token = newId();
    const { id: operatorId } = tenants.operators.auditor;
    const session = { id: newId(), operatorId, token, seconds: 3600, address: '127.0.0.1', userAgent: 'x' };
    await asMachine('gate', 'write', (db) => openSession(db, session));
    const issuersNow = async () => (await actorOfSession(token, { id: 'x', address: '127.0.0.1' }))?.issuerIds;
    expect(await issuersNow()).toEqual([tenants.issuers.padaria.id]);
    const [id] = (await list('issuer')).find(([, , , , state]) => state === 'valid') ?? [];
    if (id === undefined) throw new Error('no valid grant');
    await expect(runCommand(actor('partner'), endAccess, { id, version: 1 })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await runCommand(actor('issuer'), endAccess, { id, version: 1 });
    expect(await issuersNow()).toEqual([]);
    await expect(runCommand(actor('issuer'), endAccess, { id, version: 2 })).rejects.toMatchObject({
      code: 'conflict',
    });
  });
});
