import 'server-only';
import { and, desc, gt, isNull, type SQL, sql } from 'drizzle-orm';
import { sessions } from '@/db/schema';
import type { Database } from '@/db/transaction';

/** Sessions that are open now: neither ended, expired (12 h) nor idle (30 min), the latest first. Instants in ms since 1970. */
export function readOpenSessions(db: Database, whose: SQL) {
  return db
    .select({
      id: sessions.id,
      createdAt: sql<number>`(extract(epoch from ${sessions.createdAt}) * 1000)::float8`,
      lastSeenAt: sql<number>`(extract(epoch from ${sessions.lastSeenAt}) * 1000)::float8`,
      address: sessions.address,
      userAgent: sessions.userAgent,
    })
    .from(sessions)
    .where(
      and(
        whose,
        isNull(sessions.endedAt),
        gt(sessions.expiresAt, sql`now()`),
        gt(sessions.lastSeenAt, sql`now() - interval '30 minutes'`),
      ),
    )
    .orderBy(desc(sessions.lastSeenAt))
    .limit(50);
}
