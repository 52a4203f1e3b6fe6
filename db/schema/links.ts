import { check, index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { type LinkKind, linkKinds } from '@/lib/domain/link';
import { bytea, createdAt, id, instant, oneOf } from './columns';
import { operators } from './operators';

/** Links that let somebody in once. Of the token only the SHA-256 is kept; it is made from the id when the mail is written. */
export const links = pgTable(
  'links',
  {
    id: id(),
    /** Of the operator's company, for policies. */
    partnerId: uuid('partner_id'),
    issuerId: uuid('issuer_id'),
    operatorId: uuid('operator_id')
      .notNull()
      .references(() => operators.id),
    kind: text('kind').$type<LinkKind>().notNull(),
    tokenHash: bytea('token_hash').notNull().unique(),
    /** Null when somebody at the gate asked for it. */
    createdBy: uuid('created_by'),
    createdAt: createdAt(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
    revokedAt: instant('revoked_at'),
  },
  (t) => [index('links_operator').on(t.operatorId, t.createdAt), check('links_kind', oneOf('kind', linkKinds))],
);
