import { sql } from 'drizzle-orm';
import { boolean, check, index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, updatedAt, version } from './columns';
import { operators } from './operators';

const operatorId = () =>
  uuid('operator_id')
    .notNull()
    .references(() => operators.id);

/** A list as its operator wants to find it again: a name for filters, order and columns. Nobody else sees it. */
export const savedViews = pgTable(
  'saved_views',
  {
    id: id(),
    operatorId: operatorId(),
    list: text('list').notNull(),
    name: text('name').notNull(),
    /** The part of the list's address that it stands for, without place and without "?". */
    query: text('query').notNull(),
    /** What opens when the address asks for nothing; at most one a list. */
    isDefault: boolean('is_default').notNull().default(false),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex('saved_views_name').on(t.operatorId, t.list, sql`lower(${t.name})`),
    uniqueIndex('saved_views_default').on(t.operatorId, t.list).where(sql`is_default`),
    index('saved_views_order').on(t.operatorId, t.list, t.createdAt),
    check('saved_views_list', sql`list ~ '^[a-z-]{1,40}$'`),
    check('saved_views_text', sql`length(name) between 1 and 60 and length(query) <= 4000`),
  ],
);

/** The columns that an operator chose for a list, in order; no row: those that everybody gets. */
export const listColumns = pgTable(
  'list_columns',
  {
    operatorId: operatorId(),
    list: text('list').notNull(),
    /** Names joined by commas, as the address writes them. */
    columns: text('columns').notNull(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ name: 'list_columns_pk', columns: [t.operatorId, t.list] }),
    check('list_columns_list', sql`list ~ '^[a-z-]{1,40}$'`),
    check('list_columns_text', sql`columns ~ '^[a-z,-]+$' and length(columns) <= 400`),
  ],
);
