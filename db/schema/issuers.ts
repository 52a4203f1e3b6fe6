import { sql } from 'drizzle-orm';
import { check, index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { type Status, statuses } from '@/lib/domain/company';
import { createdAt, id, instant, oneOf, partnerId, updatedAt, version } from './columns';
import { partners } from './partners';

/** Issuer companies. Scope columns: id (the issuer itself) and partner_id, fixed at subscription. */
export const issuers = pgTable(
  'issuers',
  {
    id: id(),
    partnerId: partnerId().references(() => partners.id),
    code: text('code').notNull().unique(),
    name: text('name').notNull(),
    email: text('email').notNull(),
    invoiceAddress: text('invoice_address').notNull(),
    contact: text('contact').notNull(),
    language: text('language').$type<'pt' | 'en'>().notNull(),
    bundle: text('bundle').notNull(),
    status: text('status').$type<Status>().notNull(),
    blockedBy: uuid('blocked_by'),
    registeredAt: instant('registered_at').notNull(),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    unique('issuers_id_partner').on(t.id, t.partnerId),
    index('issuers_partner_name').on(t.partnerId, t.name),
    index('issuers_name').on(sql`lower(${t.name})`, t.id),
    check('issuers_status', oneOf('status', statuses)),
    check('issuers_language', oneOf('language', ['pt', 'en'])),
  ],
);
