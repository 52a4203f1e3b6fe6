import { bigint, check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import {
  type ExportFailure,
  type ExportFormat,
  type ExportState,
  exportFailures,
  exportFormats,
  exportStates,
} from '@/lib/domain/export';
import { bytea, createdAt, id, instant, oneOf } from './columns';
import { operators } from './operators';

/** Exports written in the background, each its operator's own. Its filter is kept as it was understood. */
export const exportRuns = pgTable(
  'exports',
  {
    id: id(),
    operatorId: uuid('operator_id')
      .notNull()
      .references(() => operators.id),
    list: text('list').notNull(),
    format: text('format').$type<ExportFormat>().notNull(),
    /** What the list's verb is asked, and the columns in their order. */
    input: jsonb('input').notNull(),
    columns: text('columns').array().notNull(),
    /** Role and companies under which it was asked for: it is written and fetched under no others. */
    standing: jsonb('standing').notNull(),
    /** Where it was asked from, for the audit trail. */
    address: text('address').notNull(),
    state: text('state').$type<ExportState>().notNull().default('waiting'),
    failure: text('failure').$type<ExportFailure>(),
    /** Rows that its snapshot counted before the first was read; null until then. */
    announced: bigint('announced', { mode: 'number' }),
    rows: bigint('rows', { mode: 'number' }).notNull().default(0),
    bytes: bigint('bytes', { mode: 'number' }).notNull().default(0),
    createdAt: createdAt(),
    startedAt: instant('started_at'),
    finishedAt: instant('finished_at'),
    expiresAt: instant('expires_at'),
  },
  (t) => [
    index('exports_own').on(t.operatorId, t.createdAt),
    index('exports_expiry').on(t.expiresAt),
    check('exports_format', oneOf('format', exportFormats)),
    check('exports_state', oneOf('state', exportStates)),
    check('exports_failure', oneOf('failure', exportFailures)),
  ],
);

/** Pieces of their files, about a mebibyte each. */
export const exportChunks = pgTable(
  'export_chunks',
  {
    exportId: uuid('export_id')
      .notNull()
      .references(() => exportRuns.id, { onDelete: 'cascade' }),
    seq: integer('seq').notNull(),
    operatorId: uuid('operator_id').notNull(),
    data: bytea('data').notNull(),
  },
  (t) => [primaryKey({ name: 'export_chunks_pk', columns: [t.exportId, t.seq] })],
);
