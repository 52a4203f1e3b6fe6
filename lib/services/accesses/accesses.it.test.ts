import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { asMachine } from '@/db/client';
import { actorOf } from '@/db/factories/actors';
import { openSession } from '@/db/gate/sessions';
import { asSuperuser } from '@/db/testing/owner-connection';
import { makeTenants, type Tenants } from '@/db/testing/tenants';
import { actorOfSession } from '@/lib/auth/session-actor';
import { newId } from '@/lib/domain/ids';
import { runCommand, runQuery } from '../run';
import { endAccess } from './end';
import { extendAccess } from './extend';
import { grantAccess } from './grant';
import { accessDirectory } from './list';

const superuser = asSuperuser();
let tenants: Tenants;
beforeAll(() => void vi.stubEnv('AUTH_SECRET', 'a secret of the tests, long enough for it'));
beforeEach(async () => {
  tenants = await asMachine('system', 'write', makeTenants);
});
const actor = (name: keyof Tenants['operators']) => actorOf(tenants.operators[name]);
const list = async (name: keyof Tenants['operators']) => {
  const asked = { search: null, statuses: [], roles: [], types: [], states: [], bundle: null, partner: null };
  const more = { authority: null, wallet: null };
  const page = { issuer: tenants.issuers.padaria.id, sort: 'name', after: null, before: null, size: 50 };
  return (await runQuery(actor(name), accessDirectory.list, { ...asked, ...more, ...page })).rows;
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

describe('granting', () => {
  const grant = (name: keyof Tenants['operators'], more: object = {}) =>
    runCommand(actor(name), grantAccess, {
      issuer: tenants.issuers.padaria.code,
      email: `${newId()}@tax.test`,
      name: 'Auditora',
      from: '2026-01-01',
      to: '2098-12-31',
      reason: 'Inspection 7',
      language: 'pt',
      ...more,
    });
  const mailsTo = async (address: string) =>
    (await superuser`select template from mails where to_address = ${address} order by template`).map(
      (row) => row.template,
    );

  it('answers alike for an auditor who is there and one who is invited by it', async () => {
    const { email } = tenants.operators.idleAuditor;
    const known = await grant('issuer', { email });
    const fresh = `${newId()}@tax.test`;
    const invited = await grant('issuer', { email: fresh });
    expect(Object.keys(known)).toEqual(Object.keys(invited));
    expect(await mailsTo(email)).toEqual(['audit_access_granted']);
    expect(await mailsTo(fresh)).toEqual(['activation', 'audit_access_granted']);
    expect((await list('issuer')).map(([, , address]) => address)).toContain(fresh);
  });

  it('by an administrator is told to the issuer, and needs to name one', async () => {
    await grant('administrator');
    expect(await mailsTo(tenants.issuers.padaria.email)).toEqual(['audit_access_notice']);
    await expect(grant('administrator', { issuer: '' })).rejects.toMatchObject({ fields: { issuer: 'required' } });
    await expect(grant('administrator', { issuer: 'PRT.1' })).rejects.toMatchObject({
      fields: { issuer: 'company_unknown' },
    });
  });

  it('is to one’s own company, whatever code is posted, and not for partners', async () => {
    const { id } = await grant('issuer', { issuer: tenants.issuers.sibling.code });
    expect((await list('issuer')).map(([each]) => each)).toContain(id);
    await expect(grant('partner')).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('is refused for days that are over or reversed, for who has it already, and for other accounts', async () => {
    await expect(grant('issuer', { from: '2020-01-01', to: '2020-02-01' })).rejects.toMatchObject({
      fields: { to: 'day_over' },
    });
    await expect(grant('issuer', { from: '2098-01-01', to: '2097-01-01' })).rejects.toMatchObject({
      fields: { to: 'day_order' },
    });
    const { auditor, issuer, foreignPartner } = tenants.operators;
    await expect(grant('issuer', { email: auditor.email.toUpperCase() })).rejects.toMatchObject({
      fields: { email: 'granted' },
    });
    for (const { email } of [issuer, foreignPartner]) {
      await expect(grant('issuer', { email })).rejects.toMatchObject({ fields: { email: 'not_grantable' } });
    }
  });

  it('gets another last day, not one that is over', async () => {
    const { id } = await grant('issuer');
    await runCommand(actor('issuer'), extendAccess, { id, version: 1, to: '2099-01-31' });
    expect((await list('issuer')).find(([each]) => each === id)?.[6]).toBe('2099-01-31');
    await expect(runCommand(actor('issuer'), extendAccess, { id, version: 2, to: '2026-01-02' })).rejects.toMatchObject(
      {
        fields: { to: 'day_over' },
      },
    );
    await expect(runCommand(actor('issuer'), extendAccess, { id, version: 1, to: '2099-02-01' })).rejects.toMatchObject(
      {
        code: 'conflict',
      },
    );
  });
});
