import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { partners } from '@/db/schema';
import { notFound } from '@/lib/domain/errors';
import { companyTransitions } from '@/lib/domain/transitions';
import { permittedStatus, reasoned, tellStatus, unchangedSince } from '../companies';
import { statusChange } from '../companies/schemas';
import { command } from '../define';
import { endSessionsOf } from '../sessions';
import { findPartner } from './get';

/**
 * Suspends, blocks, re-activates or deletes a partner company. Blocked or deleted, its operators and those of its
 * issuers are out with their next request; the services of its issuers sign nothing.
 * @throws Failure not_found, conflict (another version), forbidden (no such transition for the actor), invalid (no reason)
 */
export const changePartnerStatus = command({
  name: 'partners.change_status',
  permission: 'partners.status',
  input: statusChange,
  async run({ db, actor, input, audit }) {
    const { id, version, status, reason } = input;
    const row = await findPartner(db, actor, id, { lock: true });
    if (!row) throw notFound();
    const { partner } = row;
    unchangedSince(version, partner);
    const standing = { kind: 'partner', id, partnerId: id, status: partner.status, blockedByPartner: false } as const;
    permittedStatus(companyTransitions(actor, standing), status);
    reasoned(status, reason);
    await db
      .update(partners)
      .set({ status, version: partner.version + 1, updatedAt: sql`now()` })
      .where(eq(partners.id, id));
    if (status === 'blocked' || status === 'deleted') await endSessionsOf(db, { partnerId: id });
    await tellStatus(db, partner, input, { partnerId: id, issuerId: null });
    const before = { name: partner.name, status: partner.status };
    return audit(
      {
        target: { type: 'partner', id },
        partnerId: id,
        issuerId: null,
        before,
        after: { name: partner.name, status, ...(reason ? { reason } : {}) },
      },
      { id, version: partner.version + 1 },
    );
  },
});
