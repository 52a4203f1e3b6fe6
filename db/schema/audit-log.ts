import { sql } from 'drizzle-orm';
import { bigint, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, instant } from './columns';

/** Head of each tenant's hash chain; locked by every append. */
export const auditHead = pgTable('audit_head', {
  tenant: uuid('tenant').primaryKey(),
  seq: bigint('seq', { mode: 'number' }).notNull(),
  hash: bytea('hash').notNull(),
});

/**
 * Append-only. `entry` is the canonical text (format version inside) exactly as it was hashed. The scope columns
 * repeat what the text says, for policies; the verifier compares them.
 */
export const auditLog = pgTable(
  'audit_log',
  {
    tenant: uuid('tenant').notNull(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    at: instant('at').notNull(),
    partnerId: uuid('partner_id'),
    issuerId: uuid('issuer_id'),
    entry: text('entry').notNull(),
    hash: bytea('hash').notNull(),
    targetId: text('target_id').generatedAlwaysAs(sql`((entry)::jsonb -> 'target'::text) ->> 'id'::text`),
    actorId: text('actor_id').generatedAlwaysAs(sql`((entry)::jsonb -> 'actor'::text) ->> 'id'::text`),
  },
  (t) => [
    primaryKey({ name: 'audit_log_pk', columns: [t.tenant, t.seq] }),
    index('audit_log_at').on(t.at),
    index('audit_log_partner').on(t.partnerId, t.at),
    index('audit_log_issuer').on(t.issuerId, t.at),
    index('audit_log_target').on(t.targetId, t.at),
    index('audit_log_actor').on(t.actorId, t.at),
    index('audit_log_tenant_at').on(t.tenant, t.at),
  ],
);
