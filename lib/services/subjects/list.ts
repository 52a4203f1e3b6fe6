import 'server-only';
import { and, asc, eq, gte, isNull, lte, sql } from 'drizzle-orm';
import { z } from 'zod';
import { auditAccesses, issuers } from '@/db/schema';
import { inScope } from '@/db/scope';
import { todayIn } from '@/lib/clock';
import { env } from '@/lib/env';
import { query } from '../define';

/** A taxpayer that the auditor may consult today. */
export type Subject = { id: string; name: string; code: string; from: string; to: string };

/** The auditor's welcome: issuers granted for today, by name, each with the days of its widest grant. */
export const listSubjects = query({
  name: 'subjects.list',
  permission: 'subjects.view',
  input: z.strictObject({}),
  run: ({ db, actor }): Promise<Subject[]> => {
    const today = todayIn(env().SIGNSTASH_TIME_ZONE);
    return db
      .select({
        id: issuers.id,
        name: issuers.name,
        code: issuers.code,
        from: sql<string>`min(${auditAccesses.validFrom})`,
        to: sql<string>`max(${auditAccesses.validTo})`,
      })
      .from(auditAccesses)
      .innerJoin(issuers, eq(issuers.id, auditAccesses.issuerId))
      .where(
        and(
          eq(auditAccesses.auditorId, actor.operatorId),
          inScope(actor, auditAccesses),
          isNull(auditAccesses.endedAt),
          lte(auditAccesses.validFrom, today),
          gte(auditAccesses.validTo, today),
        ),
      )
      .groupBy(issuers.id, issuers.name, issuers.code)
      .orderBy(asc(issuers.name));
  },
});
