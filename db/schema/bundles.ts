import { sql } from 'drizzle-orm';
import { boolean, check, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { version } from './columns';

/** What an issuer subscribes to; a list that the administrator edits. Codes are never removed: issuers carry them. */
export const bundles = pgTable(
  'bundles',
  {
    code: text('code').primaryKey(),
    namePt: text('name_pt').notNull(),
    nameEn: text('name_en').notNull(),
    /** Signatures included. */
    signatures: integer('signatures').notNull(),
    custody: boolean('custody').notNull(),
    version: version(),
  },
  () => [check('bundles_signatures', sql`signatures > 0`)],
);
