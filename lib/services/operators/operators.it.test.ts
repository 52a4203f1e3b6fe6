import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { asActor, asMachine } from '@/db/client';
import { actorOf } from '@/db/factories/actors';
import { makeOperator } from '@/db/factories/companies';
import { openSession } from '@/db/gate/sessions';
import { operators } from '@/db/schema';
import { makeTenants, type Tenants } from '@/db/testing/tenants';
import { actorOfSession } from '@/lib/auth/session-actor';
import { newId } from '@/lib/domain/ids';
import { runCommand, runQuery } from '../run';
import { changeOperatorStatus } from './change-status';
import { endOperatorSessions } from './end-sessions';
import { getOperator } from './get';
import { operatorDirectory } from './list';
import { renameOperator } from './rename';

let tenants: Tenants;
beforeEach(async () => {
  tenants = await asMachine('system', 'write', makeTenants);
});

const actor = (name: keyof Tenants['operators']) => actorOf(tenants.operators[name]);
const make = (given: Parameters<typeof makeOperator>[1]) =>
  asMachine('system', 'write', (db) => makeOperator(db, given));
const colleague = () =>
  make({ role: 'issuer', partnerId: tenants.partners.alfa.id, issuerId: tenants.issuers.padaria.id });
const signIn = async (operatorId: string) => {
  const token = newId();
  const session = { id: newId(), operatorId, token, seconds: 3600, address: '127.0.0.1', userAgent: 'Firefox' };
  await asMachine('gate', 'write', (db) => openSession(db, session));
  return token;
};
const isIn = async (token: string) => (await actorOfSession(token, { id: 'x', address: '127.0.0.1' })) !== null;
const everything = {
  search: null,
  statuses: [],
  roles: [],
  types: [],
  states: [],
  bundle: null,
  authority: null,
  wallet: null,
  partner: null,
  issuer: null,
  sort: 'name',
  after: null,
  before: null,
  size: 100,
} as const;

describe('the operators list', () => {
  it('shows everybody one’s own role’s list and lower ones, within scope, and an issuer its auditors', async () => {
    const seenBy = async (name: keyof Tenants['operators']) => {
      const { rows } = await runQuery(actor(name), operatorDirectory.list, everything);
      const made = Object.entries(tenants.operators);
      return rows.flatMap(([id]) => made.find(([, each]) => each.id === id)?.[0] ?? []).sort();
    };
    expect(await seenBy('administrator')).toEqual(Object.keys(tenants.operators).sort());
    expect(await seenBy('partner')).toEqual(['issuer', 'partner']);
    expect(await seenBy('foreignPartner')).toEqual(['foreignPartner']);
    expect(await seenBy('issuer')).toEqual(['auditor', 'idleAuditor', 'issuer']);
    await expect(runQuery(actor('auditor'), operatorDirectory.list, everything)).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  it('is walked by name and by age, forwards and back, each row once', async () => {
    const who = actor('administrator');
    for (const sort of ['name', 'name-desc', 'newest', 'oldest'] as const) {
      const all = await runQuery(who, operatorDirectory.list, { ...everything, sort });
      const first = await runQuery(who, operatorDirectory.list, { ...everything, sort, size: 25 });
      expect(first.rows).toEqual(all.rows.slice(0, 25));
      const [after] = all.rows[2] ?? [];
      if (after === undefined) throw new Error('too few operators');
      const next = await runQuery(who, operatorDirectory.list, { ...everything, sort, after });
      expect(next.rows).toEqual(all.rows.slice(3));
      const back = await runQuery(who, operatorDirectory.list, { ...everything, sort, before: after });
      expect(back.rows).toEqual(all.rows.slice(0, 2));
    }
  });

  it('counts what it lists, whatever is asked', async () => {
    const who = actor('administrator');
    for (const asked of [
      {},
      { roles: ['issuer', 'auditor'] },
      { statuses: ['blocked'] },
      { search: '%_\\' },
    ] as const) {
      const { rows } = await runQuery(who, operatorDirectory.list, { ...everything, ...asked });
      const { sort: _s, after: _a, before: _b, size: _n, ...filter } = { ...everything, ...asked };
      expect((await runQuery(who, operatorDirectory.count, filter)).rows).toBe(rows.length);
    }
  });
});

describe('one operator', () => {
  it('is absent for whom it is foreign, as if it did not exist', async () => {
    const { partner, issuer, foreignPartner } = tenants.operators;
    expect(await runQuery(actor('partner'), getOperator, { id: issuer.id })).toMatchObject({
      company: { kind: 'issuer', name: 'Padaria' },
      touchable: true,
    });
    for (const id of [partner.id, foreignPartner.id, newId(), 'x']) {
      await expect(runQuery(actor('issuer'), getOperator, { id })).rejects.toMatchObject({ code: 'not_found' });
    }
  });

  it('shows an issuer its auditor’s account, without what only administrators may do with it', async () => {
    const found = await runQuery(actor('issuer'), getOperator, { id: tenants.operators.auditor.id });
    expect(found).toMatchObject({ role: 'auditor', touchable: false, transitions: [], sessions: [] });
    await expect(
      runCommand(actor('issuer'), renameOperator, { id: found.id, version: found.version, name: 'X' }),
    ).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('gets another name once: the second of two at once is told', async () => {
    const { id } = await colleague();
    await runCommand(actor('issuer'), renameOperator, { id, version: 1, name: '  “Ana” O’Neill 🙂 ' });
    expect(await runQuery(actor('partner'), getOperator, { id })).toMatchObject({
      name: '“Ana” O’Neill 🙂',
      version: 2,
    });
    const late = runCommand(actor('partner'), renameOperator, { id, version: 1, name: 'Other' });
    await expect(late).rejects.toMatchObject({ code: 'conflict' });
  });

  it('refuses a name that would lie: controls, line ends, reversed direction', async () => {
    const { id } = await colleague();
    for (const name of ['A\r\nBcc: x@y.z', 'a\u0000b', 'abc\u202egnp.exe', '', ' ', 'x'.repeat(201)]) {
      await expect(runCommand(actor('issuer'), renameOperator, { id, version: 1, name })).rejects.toMatchObject({
        code: 'invalid',
      });
    }
  });
});

describe('the status of an operator', () => {
  it('suspended, its sessions are over with the next request, and re-activation opens none of them', async () => {
    const { id } = await colleague();
    const token = await signIn(id);
    expect(await isIn(token)).toBe(true);
    const change = { id, version: 1, status: 'suspended', reason: 'On leave' };
    await runCommand(actor('issuer'), changeOperatorStatus, change);
    expect(await isIn(token)).toBe(false);
    await runCommand(actor('issuer'), changeOperatorStatus, { id, version: 2, status: 'active', reason: '' });
    expect(await isIn(token)).toBe(false);
    expect(await isIn(await signIn(id))).toBe(true);
  });

  it('wants a reason for what stops somebody, and no transition that is none', async () => {
    const { id } = await colleague();
    const change = (status: string, reason = '') =>
      runCommand(actor('partner'), changeOperatorStatus, { id, version: 1, status, reason });
    await expect(change('blocked')).rejects.toMatchObject({ code: 'invalid', fields: { reason: 'required' } });
    await expect(change('deleted', 'Left')).rejects.toMatchObject({ code: 'forbidden' });
    await expect(change('registered', 'x')).rejects.toMatchObject({ code: 'invalid' });
  });

  it('is never one’s own to change, nor a higher rank’s, nor another company’s', async () => {
    const { issuer, partner, foreignPartner, administrator } = tenants.operators;
    const suspend = (who: keyof Tenants['operators'], id: string) =>
      runCommand(actor(who), changeOperatorStatus, { id, version: 1, status: 'suspended', reason: 'x' });
    await expect(suspend('issuer', issuer.id)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(suspend('issuer', partner.id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(suspend('partner', foreignPartner.id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(suspend('partner', administrator.id)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('leaves the last active administrator, also when two suspend each other at once', async () => {
    await asMachine('system', 'write', (db) => db.select().from(operators).limit(1));
    const [first, second] = [tenants.operators.administrator, await make({ role: 'administrator' })];
    // Whoever other suites of this file made is out of the way.
    const { rows } = await runQuery(actorOf(first), operatorDirectory.list, {
      ...everything,
      roles: ['administrator'],
    });
    for (const [id, , , , status] of rows) {
      if (status !== 'active' || id === first.id || id === second.id) continue;
      await runCommand(actorOf(first), changeOperatorStatus, { id, version: 1, status: 'blocked', reason: 'x' });
    }
    const suspend = (who: typeof first, whom: typeof first) =>
      runCommand(actorOf(who), changeOperatorStatus, { id: whom.id, version: 1, status: 'suspended', reason: 'x' });
    const outcomes = await Promise.allSettled([suspend(first, second), suspend(second, first)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'invalid', fields: { status: 'last_administrator' } },
    });
    const active = await asActor(actorOf(first), 'read', (db) =>
      db.select({ id: operators.id }).from(operators).where(eq(operators.status, 'active')),
    );
    expect(active.filter(({ id }) => id === first.id || id === second.id)).toHaveLength(1);
  });
});

describe('sessions of an operator', () => {
  it('are ended by whom the ladder lets, and oneself keeps the one at hand', async () => {
    const { id } = await colleague();
    const tokens = [await signIn(id), await signIn(id)];
    expect((await runQuery(actor('issuer'), getOperator, { id })).sessions).toHaveLength(2);
    await runCommand(actor('issuer'), endOperatorSessions, { id, version: 1 });
    expect(await Promise.all(tokens.map(isIn))).toEqual([false, false]);
    expect((await runQuery(actor('issuer'), getOperator, { id })).sessions).toEqual([]);
  });

  it('is not touched any more once it is deleted', async () => {
    const { id } = await make({ role: 'auditor', status: 'deleted' });
    await expect(
      runCommand(actor('administrator'), renameOperator, { id, version: 1, name: 'Another' }),
    ).rejects.toMatchObject({ code: 'conflict' });
  });
});
