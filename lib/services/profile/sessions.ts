import 'server-only';
import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import { z } from 'zod';
import { sessions } from '@/db/schema';
import { isOneself } from '@/db/scope';
import { notFound } from '@/lib/domain/errors';
import { command, query } from '../define';
import { deviceOf, readOpenSessions } from '../sessions';
import { type OwnSession, sessionEnding } from './schemas';

/** One's open sessions, the one at hand first. */
export const ownSessions = query({
  name: 'profile.sessions',
  permission: 'profile.view',
  input: z.strictObject({}),
  async run({ db, actor }): Promise<OwnSession[]> {
    const rows = await readOpenSessions(db, isOneself(actor, sessions.operatorId));
    const own = rows.map(({ userAgent, ...row }) => ({
      ...row,
      device: deviceOf(userAgent),
      current: row.id === actor.sessionId,
    }));
    return own.toSorted((a, b) => Number(b.current) - Number(a.current));
  },
});

/** Ends one of one's sessions, or all but the one at hand. @throws Failure not_found */
export const endOwnSessions = command({
  name: 'profile.end_session',
  permission: 'profile.edit',
  input: sessionEnding,
  async run({ db, actor, input: { session }, audit }) {
    const ended = await db
      .update(sessions)
      .set({ endedAt: sql`now()` })
      .where(
        and(
          eq(sessions.operatorId, actor.operatorId),
          isNull(sessions.endedAt),
          session === 'others' ? ne(sessions.id, actor.sessionId) : eq(sessions.id, session),
        ),
      )
      .returning({ id: sessions.id });
    if (ended.length === 0 && session !== 'others') throw notFound();
    const { operatorId: id, partnerId, issuerId } = actor;
    return audit(
      { target: { type: 'operator', id }, partnerId, issuerId, before: null, after: { sessions: ended.length } },
      { ended: ended.length },
    );
  },
});
