import 'server-only';
import { asMachine } from '@/db/client';
import { findOpenSession, touchSession } from '@/db/gate/sessions';
import type { Actor, RequestOrigin } from '@/lib/domain/actor';
import { companyStatus } from '@/lib/domain/company';
import { log } from '@/lib/log';
import { reachable } from '@/lib/services/authorise';

/** A page says within three seconds that the database is away; this look-up is its first question. */
export const patienceMs = 2_000;

/**
 * The operator behind a session token, as the database knows it now; null when it may not enter any more.
 * @throws Failure unavailable when the database is away: that never means "signed out".
 */
export async function actorOfSession(token: string, request: RequestOrigin): Promise<Actor | null> {
  const session = await reachable(asMachine('gate', 'read', (db) => findOpenSession(db, token), patienceMs));
  if (!session) return null;
  const company = companyStatus(session);
  if (company !== 'active' && company !== 'suspended') return null;
  if (session.stale) await noteUse(session.sessionId);
  return {
    operatorId: session.operatorId,
    sessionId: session.sessionId,
    role: session.role,
    partnerId: session.partnerId,
    issuerId: session.issuerId,
    issuerIds: session.issuerIds,
    scope: {
      issuers: session.role === 'auditor' ? session.issuerIds.length : session.partnerIssuers,
      until: session.grantedUntil,
    },
    readOnly: company === 'suspended',
    verifiedAt: session.verifiedAt,
    mustEnrol: session.mustEnrol,
    secondFactor: session.secondFactor,
    name: session.name,
    email: session.email,
    companyName: session.issuerName ?? session.partnerName,
    language: session.language,
    theme: session.theme,
    request,
  };
}

/** A note that fails costs idle time at most: it must not stop the request. */
async function noteUse(sessionId: string): Promise<void> {
  try {
    await asMachine('gate', 'write', (db) => touchSession(db, sessionId));
  } catch (error) {
    log().warn({ err: error }, 'the use of a session could not be noted');
  }
}
