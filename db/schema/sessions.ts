import { sql } from 'drizzle-orm';
import { boolean, index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, id, instant } from './columns';
import { operators } from './operators';

/** Sign-in sessions. Of the token (256 random bits in the cookie's JWT) only the SHA-256 is kept. */
export const sessions = pgTable(
  'sessions',
  {
    id: id(),
    operatorId: uuid('operator_id')
      .notNull()
      .references(() => operators.id),
    /** Of the operator's company, for policies. */
    partnerId: uuid('partner_id'),
    issuerId: uuid('issuer_id'),
    tokenHash: bytea('token_hash').notNull().unique(),
    createdAt: instant('created_at').notNull(),
    lastSeenAt: instant('last_seen_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    endedAt: instant('ended_at'),
    address: text('address').notNull(),
    userAgent: text('user_agent').notNull(),
    /** When its operator last proved to be the one who signed in. */
    verifiedAt: instant('verified_at').notNull().default(sql`now()`),
    /** Its operator must add a second factor before anything else. */
    enrols: boolean('enrols').notNull().default(false),
  },
  (t) => [
    index('sessions_operator').on(t.operatorId, t.createdAt),
    index('sessions_company').on(t.partnerId, t.issuerId).where(sql`ended_at is null`),
  ],
);
