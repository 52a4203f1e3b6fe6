import { check, date, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { partnerKinds } from '@/lib/domain/company';
import { createdAt, oneOf, partnerId } from './columns';
import { partners } from './partners';

/**
 * Changes of a partner's type, by the local day from which they hold; the first one comes with a row of what held before.
 * A partner without rows has always had the type of its own row.
 */
export const partnerTypeChanges = pgTable(
  'partner_types',
  {
    partnerId: partnerId().references(() => partners.id),
    fromDay: date('from_day', { mode: 'string' }).notNull(),
    type: text('type').$type<(typeof partnerKinds)[number]>().notNull(),
    changedBy: uuid('changed_by').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: 'partner_types_pk', columns: [t.partnerId, t.fromDay] }),
    check('partner_types_type', oneOf('type', partnerKinds)),
  ],
);
