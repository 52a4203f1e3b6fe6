import { sql } from 'drizzle-orm';
import { check, date, foreignKey, index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, instant, issuerId, partnerId, version } from './columns';
import { issuers } from './issuers';
import { operators } from './operators';

/** Grants: this auditor may consult this issuer from one local day to another, both included. */
export const auditAccesses = pgTable(
  'audit_accesses',
  {
    id: id(),
    partnerId: partnerId(),
    issuerId: issuerId(),
    auditorId: uuid('auditor_id')
      .notNull()
      .references(() => operators.id),
    validFrom: date('valid_from', { mode: 'string' }).notNull(),
    validTo: date('valid_to', { mode: 'string' }).notNull(),
    grantedBy: uuid('granted_by')
      .notNull()
      .references(() => operators.id),
    /** The address that was granted: it stays readable for who may not see the auditor's account. */
    auditorEmail: text('auditor_email').notNull(),
    reason: text('reason').notNull().default(''),
    endedAt: instant('ended_at'),
    version: version(),
    createdAt: createdAt(),
  },
  (t) => [
    foreignKey({
      name: 'audit_accesses_issuer',
      columns: [t.issuerId, t.partnerId],
      foreignColumns: [issuers.id, issuers.partnerId],
    }),
    index('audit_accesses_auditor').on(t.auditorId, t.issuerId),
    index('audit_accesses_issuer_idx').on(t.issuerId),
    check('audit_accesses_period', sql`valid_from <= valid_to`),
  ],
);
