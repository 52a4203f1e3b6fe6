import { sql } from 'drizzle-orm';
import { bigint, check, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from './columns';

/** One row: what an installation fixed for good. Another time zone in the environment stops the start. */
export const installation = pgTable(
  'installation',
  {
    only: integer('only').primaryKey().default(1),
    timeZone: text('time_zone').notNull(),
    housePartnerId: uuid('house_partner_id').notNull(),
    demo: integer('demo').notNull().default(0),
  },
  () => [check('installation_one_row', sql`"only" = 1`)],
);

/** Rate limits: points spent per key until expire (milliseconds since 1970). */
export const limiter = pgTable('limiter', {
  key: text('key').primaryKey(),
  points: integer('points').notNull().default(0),
  expire: bigint('expire', { mode: 'number' }),
});

/** Leases of background loops and heartbeats of worker pools: name, who holds it, until when. */
export const leases = pgTable('leases', {
  name: text('name').primaryKey(),
  holder: text('holder').notNull(),
  until: instant('until').notNull(),
});
