import postgres from 'postgres';
import { afterAll, describe, expect, it } from 'vitest';
import { asMachine } from '@/db/client';
import { makeAuditAccess, makeIssuer, makeOperator, makePartner } from '@/db/factories/companies';
import { findOpenSession } from '@/db/gate/sessions';
import { newId } from '@/lib/domain/ids';
import { actorOfSession } from './session-actor';
import { endOwnSession, startSession } from './session-records';

// The superuser passes row-level security: it can bring about what no role of ours may.
const god = postgres(process.env.TEST_SUPER_URL ?? '', { max: 1, onnotice: () => {} });
afterAll(() => god.end());

const origin = { id: newId(), address: '127.0.0.1' };
const actorOf = (token: string) => actorOfSession(token, origin);

async function signedIn(role: 'issuer' | 'partner' | 'auditor' = 'issuer') {
  const made = await asMachine('system', 'write', async (db) => {
    const partner = await makePartner(db);
    const issuer = await makeIssuer(db, partner.id);
    const company = {
      issuer: { partnerId: partner.id, issuerId: issuer.id },
      partner: { partnerId: partner.id },
      auditor: {},
    }[role];
    return { partner, issuer, operator: await makeOperator(db, { role, ...company }) };
  });
  const { id, partnerId, issuerId } = made.operator;
  const account = {
    operatorId: id,
    role,
    language: 'pt' as const,
    passwordHash: null,
    status: 'active' as const,
    partnerId,
    issuerId,
    partnerStatus: null,
    issuerStatus: null,
    secondFactor: false,
    secondFactorRequired: false,
    name: 'Rita',
    email: 'rita@padaria.test',
    partnerName: null,
    issuerName: null,
    knownPlace: false,
  };
  const token = await startSession(account, { origin, userAgent: 'test' });
  return { ...made, token };
}

describe('actorOfSession', () => {
  it('knows nobody by a token that was never given', async () => {
    expect(await actorOf('x'.repeat(43))).toBeNull();
  });

  it("counts a partner's issuers and an auditor's taxpayers, and nobody else's", async () => {
    const { partner, token } = await signedIn('partner');
    await asMachine('system', 'write', (db) => makeIssuer(db, partner.id, { status: 'deleted' }));
    expect(await actorOf(token)).toMatchObject({ scope: { issuers: 1, until: null } });
    const auditor = await signedIn('auditor');
    expect(await actorOf(auditor.token)).toMatchObject({ scope: { issuers: 0, until: null } });
    await asMachine('system', 'write', (db) => makeAuditAccess(db, auditor.issuer, auditor.operator.id));
    expect(await actorOf(auditor.token)).toMatchObject({ scope: { issuers: 1, until: '2099-12-31' } });
    expect(await actorOf((await signedIn('issuer')).token)).toMatchObject({ scope: { issuers: null, until: null } });
  });

  it.each(['suspended', 'blocked', 'deleted'])('loses an operator that is %s with the next request', async (status) => {
    const { operator, token } = await signedIn();
    expect(await actorOf(token)).toMatchObject({ operatorId: operator.id, readOnly: false });
    await god`update operators set status = ${status} where id = ${operator.id}`;
    expect(await actorOf(token)).toBeNull();
  });

  it.each(['blocked', 'deleted', 'registered'])('loses the operators of an issuer that is %s', async (status) => {
    const { issuer, token } = await signedIn();
    await god`update issuers set status = ${status} where id = ${issuer.id}`;
    expect(await actorOf(token)).toBeNull();
  });

  it.each(['issuer', 'partner'] as const)('loses an operator of role %s when its partner is blocked', async (role) => {
    const { partner, token } = await signedIn(role);
    await god`update partners set status = 'blocked' where id = ${partner.id}`;
    expect(await actorOf(token)).toBeNull();
  });

  it('lets the operators of a suspended company look and not act', async () => {
    const { issuer, token } = await signedIn();
    await god`update issuers set status = 'suspended' where id = ${issuer.id}`;
    expect(await actorOf(token)).toMatchObject({ readOnly: true });
    await god`update issuers set status = 'active' where id = ${issuer.id}`;
    expect(await actorOf(token)).toMatchObject({ readOnly: false });
  });

  it('ends a session after 30 minutes without use', async () => {
    const { operator, token } = await signedIn();
    await god`update sessions set last_seen_at = now() - interval '29 minutes' where operator_id = ${operator.id}`;
    expect(await actorOf(token)).not.toBeNull();
    await god`update sessions set last_seen_at = now() - interval '31 minutes' where operator_id = ${operator.id}`;
    expect(await actorOf(token)).toBeNull();
  });

  it('ends a session twelve hours after sign-in, however busy', async () => {
    const { operator, token } = await signedIn();
    const [row] = await god`select expires_at - created_at = interval '12 hours' as half from sessions
      where operator_id = ${operator.id}`;
    expect(row).toEqual({ half: true });
    await god`update sessions set expires_at = now() where operator_id = ${operator.id}`;
    expect(await actorOf(token)).toBeNull();
  });

  it('notes the use of a session once a minute at most', async () => {
    const { operator, token } = await signedIn();
    const seen = () => god`select last_seen_at::text from sessions where operator_id = ${operator.id}`;
    const before = await seen();
    await actorOf(token);
    expect(await seen()).toEqual(before);
    await god`update sessions set last_seen_at = now() - interval '2 minutes' where operator_id = ${operator.id}`;
    await actorOf(token);
    expect(await asMachine('gate', 'read', (db) => findOpenSession(db, token))).toMatchObject({ stale: false });
  });

  it('ends at sign-out, once, on the record', async () => {
    const { token } = await signedIn();
    const actor = await actorOf(token);
    if (!actor) throw new Error('not signed in');
    await endOwnSession(actor);
    await endOwnSession(actor);
    expect(await actorOf(token)).toBeNull();
    const rows = await god`select 1 from audit_log
      where entry::jsonb @> ${god.json({ action: 'session.signed_out', target: { id: actor.sessionId } })}`;
    expect(rows).toHaveLength(1);
  });

  it('keeps of the token nothing that would open the session', async () => {
    const { operator, token } = await signedIn();
    const rows = await god`select * from sessions where operator_id = ${operator.id}`;
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});

describe('grants of an auditor', () => {
  const days = async (from: number, to: number) => {
    const [row] = await god<{ from: string; to: string }[]>`
      select (installation_day() + ${from}::int)::text as from, (installation_day() + ${to}::int)::text as to`;
    return row ?? { from: '', to: '' };
  };

  it('count on their first and last day and not beside them, nor once ended', async () => {
    const { operator, token } = await signedIn('auditor');
    const periods = [await days(0, 0), await days(-1, 0), await days(0, 5), await days(1, 9), await days(-9, -1)];
    const made = await asMachine('system', 'write', async (db) => {
      const partner = await makePartner(db);
      const all: string[] = [];
      for (const period of periods) {
        const issuer = await makeIssuer(db, partner.id);
        await makeAuditAccess(db, { id: issuer.id, partnerId: partner.id }, operator.id, period);
        all.push(issuer.id);
      }
      return all;
    });
    expect([...((await actorOf(token))?.issuerIds ?? [])].sort()).toEqual(made.slice(0, 3).sort());
    await god`update audit_accesses set ended_at = now() where issuer_id = ${made[0] ?? ''}`;
    expect([...((await actorOf(token))?.issuerIds ?? [])].sort()).toEqual(made.slice(1, 3).sort());
  });
});
