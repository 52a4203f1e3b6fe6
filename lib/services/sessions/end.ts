import 'server-only';
import { and, eq, isNull, ne, type SQL, sql } from 'drizzle-orm';
import { sessions } from '@/db/schema';
import type { Database } from '@/db/transaction';

/** Whose sessions: one operator's, all of an issuer's, or all of a partner's and its issuers'. */
type Whose = { readonly operatorId: string } | { readonly issuerId: string } | { readonly partnerId: string };

function whoseAre(whose: Whose): SQL {
  if ('operatorId' in whose) return eq(sessions.operatorId, whose.operatorId);
  return 'issuerId' in whose ? eq(sessions.issuerId, whose.issuerId) : eq(sessions.partnerId, whose.partnerId);
}

/**
 * Ends open sessions within the caller's transaction: whoever held one is nobody with the next request. Row-level
 * security keeps it to those whom the caller administers.
 * @param except a session that stays open: one's own
 * @returns how many were ended
 */
export async function endSessionsOf(db: Database, whose: Whose, except?: string): Promise<number> {
  const ended = await db
    .update(sessions)
    .set({ endedAt: sql`now()` })
    .where(and(whoseAre(whose), isNull(sessions.endedAt), except === undefined ? undefined : ne(sessions.id, except)))
    .returning({ id: sessions.id });
  return ended.length;
}
