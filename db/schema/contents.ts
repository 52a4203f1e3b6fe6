import { sql } from 'drizzle-orm';
import { bigint, check, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { type ContentPlace, contentPlaces } from '@/lib/domain/document-content';
import { bytea, instant, issuerId, oneOf, partnerId } from './columns';

/**
 * Contents that are kept, addressed by (issuer, SHA-256): by hash alone they would answer questions across tenants.
 * `place` tells where the bytes are, so that an installation may change its storage. `kept_at` is null while they are being
 * written; what stays so is an orphan and cleaned up with its bytes.
 */
export const contents = pgTable(
  'contents',
  {
    partnerId: partnerId(),
    issuerId: issuerId(),
    sha256: bytea('sha256').notNull(),
    sizeBytes: bigint('size_bytes', { mode: 'number' }).notNull(),
    place: text('place').$type<ContentPlace>().notNull(),
    begunAt: instant('begun_at').notNull(),
    keptAt: instant('kept_at'),
  },
  (t) => [
    primaryKey({ name: 'contents_pk', columns: [t.partnerId, t.issuerId, t.sha256] }),
    index('contents_unkept').on(t.begunAt).where(sql`kept_at is null`),
    check('contents_sha256', sql`octet_length(sha256) = 32`),
    check('contents_place', oneOf('place', contentPlaces)),
    check('contents_size', sql`size_bytes >= 0`),
  ],
);

/** The bytes themselves where PostgreSQL keeps them, in pieces, so that neither side ever holds a whole content. */
export const contentChunks = pgTable(
  'content_chunks',
  {
    partnerId: partnerId(),
    issuerId: issuerId(),
    sha256: bytea('sha256').notNull(),
    /** From 0. Every piece but the last has the same length. */
    n: integer('n').notNull(),
    bytes: bytea('bytes').notNull(),
  },
  (t) => [primaryKey({ name: 'content_chunks_pk', columns: [t.partnerId, t.issuerId, t.sha256, t.n] })],
);

/** Which document has which content. Without a row here its content cannot be read, whatever `stored` says. */
export const documentContents = pgTable(
  'document_contents',
  {
    partnerId: partnerId(),
    issuerId: issuerId(),
    serviceId: uuid('service_id').notNull(),
    operationId: uuid('operation_id').notNull(),
    seq: integer('seq').notNull(),
    sha256: bytea('sha256').notNull(),
    storedAt: instant('stored_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'document_contents_pk', columns: [t.partnerId, t.operationId, t.seq] }),
    foreignKey({
      name: 'document_contents_content',
      columns: [t.partnerId, t.issuerId, t.sha256],
      foreignColumns: [contents.partnerId, contents.issuerId, contents.sha256],
    }),
    index('document_contents_sha256').on(t.issuerId, t.sha256),
  ],
);
