import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { auditAccesses } from '@/db/schema';
import { inScope } from '@/db/scope';
import { conflict, notFound } from '@/lib/domain/errors';
import { command } from '../define';
import { accessEnding } from './schemas';

/**
 * Ends a grant of audit access: the auditor's next request finds the issuer gone.
 * @throws Failure not_found, conflict (another version, or ended already)
 */
export const endAccess = command({
  name: 'accesses.end',
  permission: 'accesses.edit',
  input: accessEnding,
  async run({ db, actor, input: { id, version }, audit }) {
    const [access] = await db
      .select()
      .from(auditAccesses)
      .where(and(inScope(actor, auditAccesses), eq(auditAccesses.id, id)))
      .for('update');
    if (!access) throw notFound();
    if (access.version !== version || access.endedAt !== null) throw conflict();
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
