import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { auditAccesses, issuers, operators } from '@/db/schema';
import { inScope } from '@/db/scope';
import { notFound } from '@/lib/domain/errors';
import { query } from '../define';
import { accessState } from './list';
import type { AccessDetail } from './schemas';

/**
 * One grant of audit access. A malformed id, an absent one and a foreign one are all the same.
 * @throws Failure not_found
 */
export const getAccess = query({
  name: 'accesses.get',
  permission: 'accesses.view',
  input: z.strictObject({ id: z.string() }),
  run: async ({ db, actor, input: { id } }): Promise<AccessDetail> => {
    if (!z.uuid().safeParse(id).success) throw notFound();
    const [row] = await db
      .select({
        id: auditAccesses.id,
        email: auditAccesses.auditorEmail,
        auditor: operators.name,
        auditorId: operators.id,
        issuer: { id: issuers.id, name: issuers.name },
        state: sql<AccessDetail['state']>`${accessState}`,
        from: auditAccesses.validFrom,
        to: auditAccesses.validTo,
        reason: auditAccesses.reason,
        grantedAt: sql<number>`(extract(epoch from ${auditAccesses.createdAt}) * 1000)::float8`,
        version: auditAccesses.version,
      })
      .from(auditAccesses)
      .innerJoin(issuers, eq(issuers.id, auditAccesses.issuerId))
      .leftJoin(operators, eq(operators.id, auditAccesses.auditorId))
      .where(and(inScope(actor, auditAccesses), eq(auditAccesses.id, id)));
    if (!row) throw notFound();
    // A partner reads that there is a grant, never who the auditor is beyond the address.
    return actor.role === 'partner' ? { ...row, auditor: null, auditorId: null } : row;
  },
});
