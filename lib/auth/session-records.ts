import 'server-only';
import { randomBytes } from 'node:crypto';
import { type AuditEntry, appendAudit } from '@/db/audit';
import { asMachine } from '@/db/client';
import { type Account, knownBrowsers, noteSignIn } from '@/db/gate/operators';
import { endSession, openSession } from '@/db/gate/sessions';
import type { Database } from '@/db/transaction';
import type { Actor, RequestOrigin } from '@/lib/domain/actor';
import { newId } from '@/lib/domain/ids';
import { reachable } from '@/lib/services/authorise';
import { postMail } from '@/lib/services/mail';
import { entryOf } from '@/lib/services/recorded';
import { leftOut } from '@/lib/services/refusals';
import { deviceOf } from '@/lib/services/sessions';
import type { Visitor } from './request-origin';
import { sessionSeconds } from './session-cookie';

type SessionAction = 'session.signed_in' | 'session.refused';

function entryAbout(account: Account | null, action: SessionAction, target: string, origin: RequestOrigin): AuditEntry {
  return {
    at: new Date(),
    actor: account
      ? { kind: 'operator', id: account.operatorId, role: account.role }
      : { kind: 'machine', id: 'gate', role: 'gate' },
    action,
    target: { type: 'session', id: target },
    partnerId: account?.partnerId ?? null,
    issuerId: account?.issuerId ?? null,
    before: null,
    after: null,
    address: origin.address,
    requestId: origin.id,
  };
}

/**
 * Opens a session of its own for each sign-in, on the record; one from a device that was not seen before is told by mail.
 * @returns its token, 256 random bits in base64url
 */
export async function startSession(account: Account, from: Visitor): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const id = newId();
  const { operatorId } = account;
  const { origin, userAgent } = from;
  await asMachine('gate', 'write', async (db) => {
    const known = await knownBrowsers(db, operatorId);
    const enrols = account.secondFactorRequired && !account.secondFactor;
    await openSession(db, {
      id,
      operatorId,
      token,
      seconds: sessionSeconds,
      address: origin.address,
      userAgent,
      enrols,
    });
    if (known && !known.map(deviceOf).includes(deviceOf(userAgent))) await tellOfDevice(db, account, from);
    await noteSignIn(db, operatorId);
    await appendAudit(db, entryAbout(account, 'session.signed_in', id, origin));
  });
  return token;
}

function tellOfDevice(db: Database, account: Account, { origin, userAgent }: Visitor): Promise<string> {
  const { name, email, language, partnerId, issuerId } = account;
  const parameters = { name, device: deviceOf(userAgent), address: origin.address, at: new Date().toISOString() };
  return postMail(db, {
    template: 'new_device',
    to: { address: email, name, language },
    parameters,
    partnerId,
    issuerId,
  });
}

/** Ends the session that the actor holds, on the record. Ending it twice records it once. */
export async function endOwnSession(actor: Actor): Promise<void> {
  await reachable(
    asMachine('gate', 'write', async (db) => {
      if (!(await endSession(db, actor.sessionId))) return;
      const { partnerId, issuerId } = actor;
      const target = { type: 'session', id: actor.sessionId };
      await appendAudit(
        db,
        entryOf(actor, 'session.signed_out', { target, partnerId, issuerId, before: null, after: null }),
      );
    }),
  );
}

/**
 * Records a refused sign-in, at most 60 a minute from one address. One of an unknown account costs the same write, in
 * the system's chain and without the name that was typed, so that time does not tell the two apart.
 */
export async function recordRefusedSignIn(account: Account | null, origin: RequestOrigin): Promise<void> {
  const left = leftOut(`sign-in ${origin.address}`, Date.now());
  if (left === null) return;
  const entry = entryAbout(account, 'session.refused', account ? 'none' : 'unknown account', origin);
  await asMachine('gate', 'write', (db) => appendAudit(db, { ...entry, after: left > 0 ? { leftOut: left } : null }));
}
