import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { asMachine } from '@/db/client';
import { makeIssuer, makeOperator, makePartner } from '@/db/factories/companies';
import type { Status } from '@/lib/domain/company';
import { newId } from '@/lib/domain/ids';
import { hashPassword } from '@/lib/services/credentials/password-hash';
import { actorOfSession } from './session-actor';
import { signIn } from './sign-in';

const password = 'Right-password-2026';
let passwordHash: string;
let address: string;

beforeAll(async () => {
  passwordHash = await hashPassword(password);
});
beforeEach(() => {
  address = randomUUID();
});

const visitor = (from = address) => ({ origin: { id: newId(), address: from }, userAgent: 'test' });
const enter = (email: string, given = password, from = address) => signIn({ email, password: given }, visitor(from));

/** An issuer's operator and its companies in the given states. */
function anOperator(given: { partner?: Status; issuer?: Status; operator?: Status } = {}) {
  return asMachine('system', 'write', async (db) => {
    const partner = await makePartner(db, { status: given.partner ?? 'active' });
    const issuer = await makeIssuer(db, partner.id, { status: given.issuer ?? 'active' });
    const ids = { partnerId: partner.id, issuerId: issuer.id };
    return makeOperator(db, { role: 'issuer', ...ids, status: given.operator ?? 'active', passwordHash });
  });
}

async function refusalsOf(operatorId: string): Promise<number> {
  const rows = await asMachine('system', 'read', (db) =>
    db.execute(
      sql`select 1 from audit_log where entry::jsonb @> ${JSON.stringify({
        action: 'session.refused',
        actor: { id: operatorId },
      })}::jsonb`,
    ),
  );
  return rows.length;
}

describe('signIn', () => {
  it('opens a session of its own each time, on the record, and the token finds its operator', async () => {
    const { id, email } = await anOperator();
    const first = await enter(email);
    const second = await enter(` ${email.toUpperCase()} `);
    if (first.kind !== 'entered' || second.kind !== 'entered') throw new Error('not entered');
    expect(first.claims.sid).not.toBe(second.claims.sid);
    expect(await actorOfSession(first.claims.sid, visitor().origin)).toMatchObject({ operatorId: id, role: 'issuer' });
    const rows = await asMachine('system', 'read', (db) =>
      db.execute(
        sql`select 1 from audit_log where entry::jsonb @> ${JSON.stringify({
          action: 'session.signed_in',
          actor: { id },
        })}::jsonb`,
      ),
    );
    expect(rows).toHaveLength(2);
  });

  it('refuses a wrong password, an unknown account and an overlong password in the same words', async () => {
    const { id, email } = await anOperator();
    expect(await enter(email, 'wrong')).toEqual({ kind: 'refused' });
    expect(await enter(`${randomUUID()}@nobody.test`)).toEqual({ kind: 'refused' });
    expect(await enter(email, password.padEnd(100_000, 'x'))).toEqual({ kind: 'refused' });
    expect(await refusalsOf(id)).toBe(2);
  });

  it.each([
    { operator: 'suspended' },
    { operator: 'blocked' },
    { operator: 'registered' },
    { operator: 'deleted' },
    { issuer: 'blocked' },
    { issuer: 'registered' },
    { partner: 'blocked' },
    { partner: 'deleted' },
  ] as const)('refuses the right password of %j', async (states) => {
    const { email } = await anOperator(states);
    expect(await enter(email)).toEqual({ kind: 'refused' });
  });

  it('takes as long for an unknown account as for a known one', async () => {
    const { email } = await anOperator();
    const known: number[] = [];
    const unknown: number[] = [];
    for (let round = 0; round < 40; round += 1) {
      known.push(await timeOf(() => enter(email, 'wrong', randomUUID())));
      unknown.push(await timeOf(() => enter(`${randomUUID()}@nobody.test`, 'wrong', randomUUID())));
    }
    const ratio = median(known) / median(unknown);
    expect(ratio).toBeGreaterThan(1 / 1.25);
    expect(ratio).toBeLessThan(1.25);
  });
});

/** Milliseconds of one try; the failures before it are forgotten, so that none is limited. */
async function timeOf(work: () => Promise<unknown>): Promise<number> {
  await asMachine('gate', 'write', (db) => db.execute(sql`delete from limiter`));
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

describe('limits of sign-in', () => {
  it.each(['known', 'unknown'])('delay the tries on a %s account after five failures, more with each', async (kind) => {
    const email = kind === 'known' ? (await anOperator()).email : `${randomUUID()}@nobody.test`;
    for (let failure = 0; failure < 5; failure += 1) expect(await enter(email, 'wrong')).toEqual({ kind: 'refused' });
    expect(await enter(email, 'wrong')).toEqual({ kind: 'limited', seconds: 1 });
    expect(await enter(email)).toEqual({ kind: 'limited', seconds: 1 });
    await new Promise((goOn) => setTimeout(goOn, 1_050));
    expect(await enter(email, 'wrong')).toEqual({ kind: 'refused' });
    expect(await enter(email, 'wrong')).toEqual({ kind: 'limited', seconds: 2 });
  });

  it('do not lock out who signs in from where it has before, whatever a stranger does elsewhere', async () => {
    const { email } = await anOperator();
    const home = randomUUID();
    expect(await enter(email, password, home)).toMatchObject({ kind: 'entered' });
    for (let failure = 0; failure < 6; failure += 1) await enter(email, 'wrong', 'stranger');
    expect(await enter(email, 'wrong', 'stranger')).toMatchObject({ kind: 'limited' });
    expect(await enter(email, password, home)).toMatchObject({ kind: 'entered' });
  });

  it('forget an account that got in', async () => {
    const { email } = await anOperator();
    for (let failure = 0; failure < 4; failure += 1) await enter(email, 'wrong');
    expect(await enter(email)).toMatchObject({ kind: 'entered' });
    for (let failure = 0; failure < 5; failure += 1) expect(await enter(email, 'wrong')).toEqual({ kind: 'refused' });
  });

  const spend = (key: string, points: number) =>
    asMachine('gate', 'write', (db) =>
      db.execute(sql`insert into limiter (key, points, expire) values (${key}, ${points}, ${Date.now() + 60_000})
        on conflict (key) do update set points = excluded.points, expire = excluded.expire`),
    );

  it('stop an address that fails at account after account', async () => {
    await spend(`sign-in-address:${address}`, 199);
    expect(await enter(`${randomUUID()}@nobody.test`)).toEqual({ kind: 'refused' });
    const { email } = await anOperator();
    expect(await enter(email)).toMatchObject({ kind: 'limited' });
    expect(await enter(email, password, randomUUID())).toMatchObject({ kind: 'entered' });
  });

  it('stop everybody for a while when failures come from everywhere', async () => {
    await spend('sign-in-all:all', 2_000);
    const { email } = await anOperator();
    expect(await enter(email)).toMatchObject({ kind: 'limited' });
    await spend('sign-in-all:all', 0);
    expect(await enter(email)).toMatchObject({ kind: 'entered' });
  });
});
