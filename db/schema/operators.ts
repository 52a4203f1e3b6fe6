import { sql } from 'drizzle-orm';
import { check, foreignKey, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { type Status, statuses } from '@/lib/domain/company';
import { type Role, roles } from '@/lib/domain/roles';
import { createdAt, id, instant, oneOf, updatedAt, version } from './columns';
import { issuers } from './issuers';
import { partners } from './partners';

/**
 * People who sign in. Role and company are fixed at creation: a partner's operator carries partner_id, an issuer's
 * both ids, administrators and auditors neither.
 */
export const operators = pgTable(
  'operators',
  {
    id: id(),
    role: text('role').$type<Role>().notNull(),
    partnerId: uuid('partner_id').references(() => partners.id),
    issuerId: uuid('issuer_id'),
    email: text('email').notNull(),
    name: text('name').notNull(),
    passwordHash: text('password_hash'),
    status: text('status').$type<Status>().notNull(),
    language: text('language').$type<'pt' | 'en'>().notNull(),
    theme: text('theme').$type<'light' | 'dark' | 'system'>().notNull().default('system'),
    lastSignInAt: instant('last_sign_in_at'),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex('operators_email').on(sql`lower(${t.email})`),
    foreignKey({
      name: 'operators_issuer',
      columns: [t.issuerId, t.partnerId],
      foreignColumns: [issuers.id, issuers.partnerId],
    }),
    index('operators_company').on(t.partnerId, t.issuerId),
    index('operators_name').on(sql`lower(${t.name})`, t.id),
    index('operators_issuer_id').on(t.issuerId).where(sql`issuer_id is not null`),
    check('operators_role', oneOf('role', roles)),
    check('operators_status', oneOf('status', statuses)),
    check('operators_language', oneOf('language', ['pt', 'en'])),
    check('operators_theme', oneOf('theme', ['light', 'dark', 'system'])),
    check(
      'operators_company_by_role',
      sql`case role when 'partner' then partner_id is not null and issuer_id is null
        when 'issuer' then partner_id is not null and issuer_id is not null
        else partner_id is null and issuer_id is null end`,
    ),
  ],
);
