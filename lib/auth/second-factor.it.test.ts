import { setTimeout } from 'node:timers/promises';
import { TOTP } from 'otpauth';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { asMachine } from '@/db/client';
import { makeOperator } from '@/db/factories/companies';
import { asSuperuser } from '@/db/testing/owner-connection';
import { makeTenants } from '@/db/testing/tenants';
import type { Actor } from '@/lib/domain/actor';
import { newId } from '@/lib/domain/ids';
import { hashPassword } from '@/lib/services/credentials/password-hash';
import { endOperatorSessions } from '@/lib/services/operators/end-sessions';
import { getOperator } from '@/lib/services/operators/get';
import { changePassword } from '@/lib/services/profile/change-password';
import { renameOneself } from '@/lib/services/profile/rename';
import { endOwnSessions, ownSessions } from '@/lib/services/profile/sessions';
import { proveOneself } from '@/lib/services/profile/verify';
import { runCommand, runQuery } from '@/lib/services/run';
import { beginSecondFactor } from '@/lib/services/second-factor/begin';
import { confirmSecondFactor } from '@/lib/services/second-factor/confirm';
import { enforceSecondFactor, securityRule } from '@/lib/services/second-factor/enforce';
import { removeSecondFactor } from '@/lib/services/second-factor/remove';
import { renewCodes } from '@/lib/services/second-factor/renew-codes';
import { secondFactorView } from '@/lib/services/second-factor/view';
import { actorOfSession } from './session-actor';
import { type SignInOutcome, signIn } from './sign-in';

const password = 'Right-password-2026';
const better = 'three salted loaves at dawn';
const superuser = asSuperuser();
let passwordHash: string;
let email: string;
let operatorId: string;

beforeAll(async () => {
  vi.stubEnv('LOG_LEVEL', 'error');
  vi.stubEnv('AUTH_SECRET', 'a secret of the tests, long enough for it');
  vi.stubEnv('SIGNSTASH_MASTER_KEY', Buffer.alloc(32, 7).toString('base64'));
  passwordHash = await hashPassword(password);
});
beforeEach(async () => {
  await superuser`delete from limiter`;
  await superuser`update security_settings set second_factor_roles = '{}', version = 1`;
  const made = await asMachine('system', 'write', async (db) => {
    const { partners, issuers } = await makeTenants(db);
    return makeOperator(db, {
      role: 'issuer',
      partnerId: partners.alfa.id,
      issuerId: issuers.padaria.id,
      passwordHash,
    });
  });
  ({ email, id: operatorId } = made);
});

const chrome = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36';
const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0';
const origin = { id: newId(), address: '203.0.113.9' };
const enter = (code = '', given = password, userAgent = chrome, who = email) =>
  signIn({ email: who, password: given, code }, { origin, userAgent });
async function actorOf(outcome: SignInOutcome): Promise<Actor> {
  if (outcome.kind !== 'entered') throw new Error(`did not enter: ${outcome.kind}`);
  const actor = await actorOfSession(outcome.claims.sid, origin);
  if (!actor) throw new Error('entered as nobody');
  return actor;
}
const signedIn = async () => actorOf(await enter());
/** A code of the authenticator; `steps` of thirty seconds from now. */
const codeOf = (key: string, steps = 0) =>
  new TOTP({ secret: key }).generate({ timestamp: Date.now() + steps * 30_000 });
/** Waits where a step of thirty seconds is about to end: what follows is done within one. */
const withinOneStep = () => {
  const left = 30_000 - (Date.now() % 30_000);
  return left < 5_000 ? setTimeout(left) : undefined;
};
async function enrol(actor: Actor) {
  await withinOneStep();
  const { key } = await runCommand(actor, beginSecondFactor, { kind: 'totp' });
  const { codes } = await runCommand(actor, confirmSecondFactor, { code: codeOf(key, -1) });
  return { key, codes };
}
const mails = async () =>
  (await superuser`select template from mails where to_address = ${email} order by created_at, id`).map(
    (row) => row.template,
  );

describe('a second factor', () => {
  it('is asked for at sign-in once it is confirmed, and each code is good once', async () => {
    const { key } = await enrol(await signedIn());
    expect(await enter()).toEqual({ kind: 'code', wrong: false });
    expect(await enter('000000')).toEqual({ kind: 'code', wrong: true });
    const code = codeOf(key);
    expect(await enter(`${code.slice(0, 3)} ${code.slice(3)}`)).toMatchObject({ kind: 'entered' });
    expect(await enter(code)).toEqual({ kind: 'code', wrong: true });
    expect(await mails()).toEqual(['second_factor_changed']);
  });

  it('tells nothing to who has not the password', async () => {
    const { key } = await enrol(await signedIn());
    expect(await enter(codeOf(key), 'wrong password here')).toEqual({ kind: 'refused' });
    expect(await enter('', 'wrong password here')).toEqual({ kind: 'refused' });
  });

  it('is replaced by a recovery code, which is good once too', async () => {
    const { codes } = await enrol(await signedIn());
    expect(new Set(codes).size).toBe(10);
    const [first = ''] = codes;
    const actor = await actorOf(await enter(first.toUpperCase().replaceAll('-', ' ')));
    expect(await enter(first)).toEqual({ kind: 'code', wrong: true });
    expect(await runQuery(actor, secondFactorView, {})).toEqual({ enrolled: true, codes: 9, required: false });
    const { codes: others } = await runCommand(actor, renewCodes, {});
    expect(await enter(codes[1])).toEqual({ kind: 'code', wrong: true });
    expect(await enter(others[1])).toMatchObject({ kind: 'entered' });
  });

  it('counts for nothing while it is only proposed, and takes no wrong code', async () => {
    const actor = await signedIn();
    await runCommand(actor, beginSecondFactor, { kind: 'totp' });
    await expect(runCommand(actor, confirmSecondFactor, { code: '000000' })).rejects.toMatchObject({
      fields: { code: 'code_wrong' },
    });
    expect(await enter()).toMatchObject({ kind: 'entered' });
  });

  it('can be guessed no faster than a password', async () => {
    await enrol(await signedIn());
    for (let tries = 0; tries < 6; tries += 1) await enter('000000');
    expect(await enter('000000')).toMatchObject({ kind: 'limited' });
  });

  it('is kept sealed, and no log, audit entry or mail shows its secret', async () => {
    const { key, codes } = await enrol(await signedIn());
    const raw = Buffer.from(new TOTP({ secret: key }).secret.bytes);
    const [row] = await superuser`select secret from second_factors where operator_id = ${operatorId}`;
    expect(Buffer.from(row?.secret ?? '').includes(raw)).toBe(false);
    const [dump] = await superuser`select string_agg(entry, '') as text from audit_log`;
    const [outbox] = await superuser`select string_agg(parameters::text, '') as text from mails`;
    for (const canary of [key, raw.toString('hex'), ...codes]) {
      expect(`${dump?.text}${outbox?.text}`).not.toContain(canary);
    }
  });

  it('is removed by its operator, unless its role must have one', async () => {
    const actor = await signedIn();
    await enrol(actor);
    await superuser`update security_settings set second_factor_roles = '{issuer}'`;
    await expect(runCommand(actor, removeSecondFactor, {})).rejects.toMatchObject({
      fields: { form: 'second_factor_required' },
    });
    await superuser`update security_settings set second_factor_roles = '{}'`;
    await runCommand(actor, removeSecondFactor, {});
    expect(await enter()).toMatchObject({ kind: 'entered' });
  });
});

describe('a role that must have a second factor', () => {
  it('lets open sessions go on, catches the next sign-in, and locks nobody out', async () => {
    const before = await signedIn();
    const administrator = await asMachine('system', 'write', (db) =>
      makeOperator(db, { role: 'administrator', passwordHash }),
    );
    const chief = await actorOf(await enter('', password, chrome, administrator.email));
    await runCommand(chief, enforceSecondFactor, { version: 1, issuer: 'on', administrator: 'on' });
    expect(await runQuery(chief, securityRule, {})).toEqual({ roles: ['issuer', 'administrator'], version: 2 });
    await expect(runCommand(chief, enforceSecondFactor, { version: 1 })).rejects.toMatchObject({ code: 'conflict' });
    expect(await runQuery(before, getOperator, { id: operatorId })).toMatchObject({ oneself: true });

    const outcome = await enter();
    const caught = await actorOf(outcome);
    expect(caught.mustEnrol).toBe(true);
    await expect(runQuery(caught, getOperator, { id: operatorId })).rejects.toMatchObject({ code: 'forbidden' });
    await enrol(caught);
    const free = await actorOf(outcome);
    expect(free.mustEnrol).toBe(false);
    expect(await runQuery(free, getOperator, { id: operatorId })).toMatchObject({ oneself: true });
  });
});

describe('an act that asks for proof', () => {
  it('is adding a second factor: a stolen session does not lock its owner out', async () => {
    const stale = { ...(await signedIn()), verifiedAt: Date.now() - 11 * 60_000 };
    await expect(runCommand(stale, beginSecondFactor, { kind: 'totp' })).rejects.toMatchObject({
      fields: { step: 'step_up' },
    });
  });

  it('is refused ten minutes after sign-in, until the password was given again', async () => {
    const fresh = await signedIn();
    const stale = { ...fresh, verifiedAt: Date.now() - 11 * 60_000 };
    const { version } = await runQuery(fresh, getOperator, { id: operatorId });
    const act = { id: operatorId, version };
    await expect(runCommand(stale, endOperatorSessions, act)).rejects.toMatchObject({
      code: 'forbidden',
      fields: { step: 'step_up' },
    });
    await expect(runCommand(stale, proveOneself, { password: 'wrong' })).rejects.toMatchObject({
      fields: { password: 'password_wrong' },
    });
    await superuser`update sessions set verified_at = now() - interval '11 minutes' where id = ${fresh.sessionId}`;
    await runCommand(stale, proveOneself, { password });
    const [session] =
      await superuser`select verified_at > now() - interval '1 minute' as proven from sessions where id = ${fresh.sessionId}`;
    expect(session?.proven).toBe(true);
    await runCommand(fresh, endOperatorSessions, act);
  });

  it('asks who has a second factor for a code too', async () => {
    const { key } = await enrol(await signedIn());
    const actor = await actorOf(await enter(codeOf(key)));
    await expect(runCommand(actor, proveOneself, { password })).rejects.toMatchObject({
      fields: { code: 'code_wrong' },
    });
    await runCommand(actor, proveOneself, { password, code: codeOf(key, 1) });
  });
});

describe('one’s own account', () => {
  it('gets another password by the old one, which ends all other sessions and is told by mail', async () => {
    const [here, there] = [await signedIn(), await enter()];
    await expect(runCommand(here, changePassword, { current: 'wrong', password: better })).rejects.toMatchObject({
      fields: { current: 'password_wrong' },
    });
    for (const [given, fault] of [
      [password, 'same_password'],
      ['password1234', 'guessable'],
    ]) {
      await expect(runCommand(here, changePassword, { current: password, password: given })).rejects.toMatchObject({
        fields: { password: fault },
      });
    }
    expect(await runCommand(here, changePassword, { current: password, password: better })).toEqual({ ended: 1 });
    expect(there.kind === 'entered' && (await actorOfSession(there.claims.sid, origin))).toBeNull();
    expect(await enter()).toEqual({ kind: 'refused' });
    expect(await enter('', better)).toMatchObject({ kind: 'entered' });
    expect(await mails()).toContain('password_changed');
  });

  it('does not let the holder of a stolen session guess the password', async () => {
    const actor = await signedIn();
    const guess = () => runCommand(actor, changePassword, { current: 'wrong', password: better });
    for (let tries = 0; tries < 10; tries += 1) await guess().catch(() => {});
    await expect(guess()).rejects.toMatchObject({ code: 'limited' });
  });

  it('shows its sessions with device, and ends one or all others', async () => {
    const here = await signedIn();
    await enter('', password, firefox);
    await enter('', password, firefox);
    const open = await runQuery(here, ownSessions, {});
    expect(open.map(({ device, current }) => [device, current])).toEqual([
      ['Chrome, Linux', true],
      ['Firefox, Windows', false],
      ['Firefox, Windows', false],
    ]);
    const other = open[1]?.id ?? '';
    await runCommand(here, endOwnSessions, { session: other });
    await expect(runCommand(here, endOwnSessions, { session: other })).rejects.toMatchObject({ code: 'not_found' });
    expect(await runCommand(here, endOwnSessions, { session: 'others' })).toEqual({ ended: 1 });
    expect(await runQuery(here, ownSessions, {})).toHaveLength(1);
  });

  it('hears of a sign-in from a device that was not seen before, and of no other', async () => {
    await enter();
    await enter();
    expect(await mails()).toEqual([]);
    await enter('', password, firefox);
    await enter('', password, firefox);
    expect(await mails()).toEqual(['new_device']);
  });

  it('is renamed by its operator', async () => {
    const actor = await signedIn();
    const { version } = await runQuery(actor, getOperator, { id: operatorId });
    await runCommand(actor, renameOneself, { name: 'Rita “Nova”', version });
    expect((await signedIn()).name).toBe('Rita “Nova”');
    await expect(runCommand(actor, renameOneself, { name: 'x', version })).rejects.toMatchObject({ code: 'conflict' });
  });
});
