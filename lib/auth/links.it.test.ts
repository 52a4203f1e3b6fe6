import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { asMachine } from '@/db/client';
import { actorOf } from '@/db/factories/actors';
import { makeOperator } from '@/db/factories/companies';
import { openSession } from '@/db/gate/sessions';
import { operators } from '@/db/schema';
import { asSuperuser } from '@/db/testing/owner-connection';
import { makeTenants, type Tenants } from '@/db/testing/tenants';
import type { Actor } from '@/lib/domain/actor';
import { newId } from '@/lib/domain/ids';
import { drain } from '@/lib/jobs/drain';
import { linkAddress } from '@/lib/services/links';
import { inviteOperator } from '@/lib/services/operators/invite';
import { resendInvitation } from '@/lib/services/operators/resend-invitation';
import { revokeInvitation } from '@/lib/services/operators/revoke-invitation';
import { sendRedefinition } from '@/lib/services/operators/send-redefinition';
import { runCommand } from '@/lib/services/run';
import { askForLink, choosePassword, openLink } from './links';
import { actorOfSession } from './session-actor';
import { signIn } from './sign-in';

const superuser = asSuperuser();
let tenants: Tenants;
beforeAll(() => {
  vi.stubEnv('LOG_LEVEL', 'error');
  vi.stubEnv('AUTH_SECRET', 'a secret of the tests, long enough for it');
});
beforeEach(async () => {
  await superuser`delete from limiter`;
  tenants = await asMachine('system', 'write', makeTenants);
});

const origin = { id: 'request', address: '203.0.113.7' };
const visitor = { origin, userAgent: 'Firefox' };
const good = 'three salted loaves at dawn';
const all = ['activation', 'reset', 'redefinition'] as const;
const actor = (name: keyof Tenants['operators']): Actor => actorOf(tenants.operators[name]);
const invitation = (more: object = {}) => ({
  role: 'issuer',
  company: tenants.issuers.padaria.code,
  email: `${newId()}@new.test`,
  name: 'Rita Nova',
  language: 'pt',
  ...more,
});
const invite = async (by: Actor, more: object = {}) => {
  const given = invitation(more);
  const { id } = await runCommand(by, inviteOperator, given);
  return { id, email: given.email };
};
/** The latest mail to somebody, and the token of its link. */
const mailTo = async (address: string) => {
  const [mail] = await superuser`select template, parameters->>'link' as link, partner_id, issuer_id from mails
    where to_address = ${address} order by created_at desc, id desc limit 1`;
  if (!mail) return null;
  const token = mail.link ? new URL(linkAddress('reset', String(mail.link))).pathname.split('/').at(-1) : undefined;
  return { template: String(mail.template), token: token ?? '' };
};
const tokenOf = async (address: string) => (await mailTo(address))?.token ?? '';
const choose = (token: string, password = good, kinds: readonly (typeof all)[number][] = all) =>
  choosePassword(kinds, token, password, visitor);
const row = (id: string) =>
  asMachine('system', 'read', async (db) => {
    const [found] = await db.select().from(operators).where(eq(operators.id, id));
    return found;
  });
const version = async (id: string) => (await row(id))?.version ?? 0;

describe('an invitation', () => {
  it('leads to a first password and an active operator, once', async () => {
    const { id, email } = await invite(actor('partner'));
    const token = await tokenOf(email);
    expect(await signIn({ email, password: good }, visitor)).toEqual({ kind: 'refused' });
    expect(await openLink(['activation'], token)).toMatchObject({ email, companyName: 'Padaria' });
    await choose(token);
    expect(await row(id)).toMatchObject({ status: 'active', role: 'issuer', issuerId: tenants.issuers.padaria.id });
    expect(await signIn({ email, password: good }, visitor)).toMatchObject({ kind: 'entered' });
    expect(await openLink(['activation'], token)).toBeNull();
    await expect(choose(token)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('is spent by one of two who use it at once', async () => {
    const { email } = await invite(actor('issuer'));
    const token = await tokenOf(email);
    const ends = await Promise.allSettled([choose(token), choose(token, 'another quite long phrase of words')]);
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('is worth nothing when it has expired, was revoked, is of another kind, truncated or made up', async () => {
    const by = actor('issuer');
    const { id, email } = await invite(by);
    const token = await tokenOf(email);
    for (const other of [token.slice(0, -1), `${token}x`, '', 'x'.repeat(43), "' or 1=1"]) {
      expect(await openLink(all, other)).toBeNull();
    }
    expect(await openLink(['reset'], token)).toBeNull();
    await runCommand(by, revokeInvitation, { id, version: await version(id) });
    expect(await openLink(all, token)).toBeNull();
    await runCommand(by, resendInvitation, { id, version: await version(id) });
    const second = await tokenOf(email);
    expect(second).not.toBe(token);
    expect(await openLink(all, token)).toBeNull();
    expect(await openLink(all, second)).not.toBeNull();
    await superuser`update links set expires_at = now() where operator_id = ${id}`;
    expect(await openLink(all, second)).toBeNull();
  });

  it('lets nobody into a company that was blocked meanwhile', async () => {
    const { email } = await invite(actor('issuer'));
    const token = await tokenOf(email);
    await superuser`update issuers set status = 'blocked' where id = ${tenants.issuers.padaria.id}`;
    expect(await openLink(all, token)).toBeNull();
  });

  it('goes to one’s own company whatever is asked, and to a company in scope alone', async () => {
    const { id } = await invite(actor('issuer'), { company: tenants.issuers.sibling.code });
    expect((await row(id))?.issuerId).toBe(tenants.issuers.padaria.id);
    for (const company of [tenants.issuers.foreign.code, 'PRT.000000001', '']) {
      await expect(invite(actor('partner'), { company })).rejects.toMatchObject({
        code: 'invalid',
        fields: { company: company === '' ? 'required' : 'company_unknown' },
      });
    }
  });

  it('grants no role above one’s own, and no auditor’s but to administrators', async () => {
    for (const [name, role] of [
      ['issuer', 'partner'],
      ['issuer', 'administrator'],
      ['issuer', 'auditor'],
      ['partner', 'administrator'],
      ['partner', 'auditor'],
    ] as const) {
      await expect(invite(actor(name), { role }), `${name} ${role}`).rejects.toMatchObject({ code: 'forbidden' });
    }
    const { id } = await invite(actor('administrator'), { role: 'auditor' });
    expect(await row(id)).toMatchObject({ role: 'auditor', partnerId: null, issuerId: null, status: 'registered' });
  });

  it('answers in the same words for an address that is taken here and one that is taken elsewhere', async () => {
    for (const taken of [tenants.operators.issuer.email, tenants.operators.foreignPartner.email]) {
      await expect(invite(actor('issuer'), { email: taken.toUpperCase() })).rejects.toMatchObject({
        code: 'invalid',
        fields: { email: 'account_taken' },
      });
    }
  });

  it('has one effect when two invite the same address at once', async () => {
    const email = `${newId()}@both.test`;
    const ends = await Promise.allSettled([
      invite(actor('partner'), { email }),
      invite(actor('administrator'), { email }),
    ]);
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(ends.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'invalid' } });
  });

  it('refuses the version of another page', async () => {
    const { id } = await invite(actor('issuer'));
    await expect(runCommand(actor('issuer'), resendInvitation, { id, version: 999 })).rejects.toMatchObject({
      code: 'conflict',
    });
  });
});

describe('a password', () => {
  it('is refused when it is short, long, common, or made of what is known of the person', async () => {
    const { email } = await invite(actor('issuer'), { name: 'Margarida Azevedo' });
    const token = await tokenOf(email);
    for (const [password, fault] of [
      ['short', 'too_short:12'],
      ['x'.repeat(129), 'too_long:128'],
      ['password1234', 'guessable'],
      ['qwertyuiop123', 'guessable'],
      ['aaaaaaaaaaaaaa', 'guessable'],
      ['margarida-azevedo', 'guessable'],
    ] as const) {
      await expect(choose(token, password)).rejects.toMatchObject({ code: 'invalid', fields: { password: fault } });
    }
    expect(await openLink(all, token)).not.toBeNull();
  });
});

const ask = async (email: string) => {
  await askForLink(email, visitor);
  await drain('queue');
};

describe('a forgotten password', () => {
  it('is chosen anew by a link, which ends every session and tells the operator', async () => {
    const { operator, token: session } = await signedIn();
    await ask(operator.email.toUpperCase());
    expect(await mailTo(operator.email)).toMatchObject({ template: 'reset' });
    const token = await tokenOf(operator.email);
    await choose(token, good, ['reset', 'redefinition']);
    expect(await actorOfSession(session, origin)).toBeNull();
    expect(await mailTo(operator.email)).toMatchObject({ template: 'password_changed' });
    expect(await signIn({ email: operator.email, password: good }, visitor)).toMatchObject({ kind: 'entered' });
  });

  it('sends the invitation again to who never came, and nothing to anybody else', async () => {
    const { email } = await invite(actor('issuer'));
    const first = await tokenOf(email);
    await ask(email);
    expect(await mailTo(email)).toMatchObject({ template: 'activation' });
    expect(await tokenOf(email)).not.toBe(first);
    for (const status of ['suspended', 'blocked', 'deleted'] as const) {
      const other = await asMachine('system', 'write', (db) => makeOperator(db, { role: 'administrator', status }));
      await ask(other.email);
      expect(await mailTo(other.email), status).toBeNull();
    }
    await ask('nobody@stranger.test');
    expect(await mailTo('nobody@stranger.test')).toBeNull();
  });

  it('sends an address five an hour and no more, and says nothing of it', async () => {
    const { operator } = await signedIn();
    for (let asked = 0; asked < 7; asked += 1) await ask(operator.email);
    const [count] = await superuser`select count(*)::int as n from mails where to_address = ${operator.email}`;
    expect(count?.n).toBe(5);
  });

  it('slows an address that asks for many', async () => {
    for (let asked = 0; asked < 30; asked += 1) await askForLink(`x${asked}@stranger.test`, visitor);
    await expect(askForLink('y@stranger.test', visitor)).rejects.toMatchObject({ code: 'limited' });
  });
});

describe('a redefinition that somebody else asked for', () => {
  it('lets the operator go on until the new password is chosen', async () => {
    const { operator, token: session } = await signedIn();
    const { id } = operator;
    await runCommand(actor('partner'), sendRedefinition, { id, version: await version(id) });
    expect(await mailTo(operator.email)).toMatchObject({ template: 'redefinition' });
    expect(await actorOfSession(session, origin)).not.toBeNull();
    await choose(await tokenOf(operator.email), good, ['reset', 'redefinition']);
    expect(await actorOfSession(session, origin)).toBeNull();
  });

  it('is refused by the ladder', async () => {
    const { id } = tenants.operators.partner;
    await expect(
      runCommand(actor('issuer'), sendRedefinition, { id, version: await version(id) }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });
});

async function signedIn() {
  const { alfa } = tenants.partners;
  const { padaria } = tenants.issuers;
  const operator = await asMachine('system', 'write', (db) =>
    makeOperator(db, { role: 'issuer', partnerId: alfa.id, issuerId: padaria.id }),
  );
  const token = newId();
  const session = {
    id: newId(),
    operatorId: operator.id,
    token,
    seconds: 3600,
    address: origin.address,
    userAgent: 'x',
  };
  await asMachine('gate', 'write', (db) => openSession(db, session));
  return { operator, token };
}
