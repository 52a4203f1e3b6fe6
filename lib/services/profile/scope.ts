import 'server-only';
import { and, count, eq, isNull, ne, sql } from 'drizzle-orm';
import { z } from 'zod';
import { auditAccesses, issuers } from '@/db/schema';
import { inPartnerScope } from '@/db/scope';
import type { Database } from '@/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import { query } from '../define';
import type { ProfileScope } from './types';

/** How far the operator sees, in the numbers that the frame names: a partner's issuers, an auditor's taxpayers. */
export const profileScope = query({
  name: 'profile.scope',
  permission: 'profile.view',
  input: z.strictObject({}),
  async run({ db, actor }): Promise<ProfileScope> {
    if (actor.role === 'auditor') return { issuers: actor.issuerIds.length, until: await lastDay(db, actor) };
    return { issuers: actor.role === 'partner' ? await issuersOf(db, actor) : null, until: null };
  },
});

async function issuersOf(db: Database, actor: Actor): Promise<number> {
  const [row] = await db
    .select({ issuers: count() })
    .from(issuers)
    .where(and(inPartnerScope(actor, issuers.partnerId), ne(issuers.status, 'deleted')));
  return row?.issuers ?? 0;
}

async function lastDay(db: Database, actor: Actor): Promise<string | null> {
  const { auditorId, endedAt, validFrom, validTo } = auditAccesses;
  const now = sql`installation_day() between ${validFrom} and ${validTo}`;
  const [row] = await db
    .select({ until: sql<string | null>`max(${validTo})::text` })
    .from(auditAccesses)
    .where(and(eq(auditorId, actor.operatorId), isNull(endedAt), now));
  return row?.until ?? null;
}
