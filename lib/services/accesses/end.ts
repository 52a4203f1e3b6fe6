import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { auditAccesses } from '@/db/schema';
import { command } from '../define';
import { heldAccess } from './held';
import { accessEnding } from './schemas';

/**
 * Ends a grant of audit access: the auditor's next request finds the issuer gone.
 * @throws Failure as heldAccess does
 */
export const endAccess = command({
  name: 'accesses.end',
  permission: 'accesses.edit',
  input: accessEnding,
  async run({ db, actor, input: { id, version }, audit }) {
    const access = await heldAccess(db, actor, id, version);
    await db
      .update(auditAccesses)
      .set({ endedAt: sql`now()`, version: version + 1 })
      .where(eq(auditAccesses.id, id));
    const { partnerId, issuerId, auditorEmail, validFrom, validTo } = access;
    return audit(
      {
        target: { type: 'audit_access', id },
        partnerId,
        issuerId,
        before: { email: auditorEmail, validFrom, validTo },
        after: { email: auditorEmail, validFrom, validTo, ended: true },
      },
      { id },
    );
  },
});
