import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { issuers } from '@/db/schema';
import { notFound } from '@/lib/domain/errors';
import { companyTransitions } from '@/lib/domain/transitions';
import { permittedStatus, reasoned, tellStatus, unchangedSince } from '../companies';
import { statusChange } from '../companies/schemas';
import { command } from '../define';
import { endSessionsOf } from '../sessions';
import { findIssuer } from './get';

/**
 * Suspends, blocks, re-activates or deletes an issuer. Blocked or deleted, its operators are out with their next request
 * and their sessions are over; its services sign nothing, since their effective status is the worst of theirs.
 * @throws Failure not_found, conflict (another version), forbidden (no such transition for the actor), invalid (no reason)
 */
export const changeIssuerStatus = command({
  name: 'issuers.change_status',
  permission: 'issuers.status',
  input: statusChange,
  async run({ db, actor, input, audit }) {
    const { id, version, status, reason } = input;
    const row = await findIssuer(db, actor, id, { lock: true });
    if (!row) throw notFound();
    const { issuer, blockedByPartner } = row;
    const { partnerId } = issuer;
    unchangedSince(version, issuer);
    const standing = { kind: 'issuer', id, partnerId, status: issuer.status, blockedByPartner } as const;
    permittedStatus(companyTransitions(actor, standing), status);
    reasoned(status, reason);
    await db
      .update(issuers)
      .set({
        status,
        // An issuer's own operators neither block nor undo a block: they may not write who did.
        ...(actor.role === 'issuer' ? {} : { blockedBy: status === 'blocked' ? actor.operatorId : null }),
        version: issuer.version + 1,
        updatedAt: sql`now()`,
      })
      .where(eq(issuers.id, id));
    if (status === 'blocked' || status === 'deleted') await endSessionsOf(db, { issuerId: id });
    await tellStatus(db, issuer, input, { partnerId, issuerId: id });
    const target = { type: 'issuer', id };
    const before = { name: issuer.name, status: issuer.status };
    return audit(
      { target, partnerId, issuerId: id, before, after: { name: issuer.name, status, ...(reason ? { reason } : {}) } },
      { id, version: issuer.version + 1 },
    );
  },
});
