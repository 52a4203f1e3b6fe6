import { sql } from 'drizzle-orm';
import { check, index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { type PartnerType, partnerTypes, type Status, statuses } from '@/lib/domain/company';
import { createdAt, id, instant, oneOf, updatedAt, version } from './columns';

/** Partner companies, and the one house row (type HOUSE) under which direct issuers are kept. Scope column: id. */
export const partners = pgTable(
  'partners',
  {
    id: id(),
    code: text('code').notNull().unique(),
    type: text('type').$type<PartnerType>().notNull(),
    name: text('name').notNull(),
    email: text('email').notNull(),
    invoiceAddress: text('invoice_address').notNull(),
    contact: text('contact').notNull(),
    language: text('language').$type<'pt' | 'en'>().notNull(),
    status: text('status').$type<Status>().notNull(),
    blockedBy: uuid('blocked_by'),
    registeredAt: instant('registered_at').notNull(),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    index('partners_name').on(sql`lower(${t.name})`, t.id),
    check('partners_type', oneOf('type', partnerTypes)),
    check('partners_status', oneOf('status', statuses)),
    check('partners_language', oneOf('language', ['pt', 'en'])),
  ],
);
