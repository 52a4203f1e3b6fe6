import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  numeric,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { type DocumentStatus, documentStatuses } from '@/lib/domain/operation';
import { bytea, instant, issuerId, oneOf, partnerId } from './columns';

/**
 * Documents and hashes of operations: metadata only. Partitioned as operations; the public id is
 * `<operation id>.<seq>`, seq from 1. search_text is what "contains" looks through (trigram index).
 */
export const documents = pgTable(
  'documents',
  {
    operationId: uuid('operation_id').notNull(),
    seq: integer('seq').notNull(),
    partnerId: partnerId(),
    issuerId: issuerId(),
    serviceId: uuid('service_id').notNull(),
    receivedAt: instant('received_at').notNull(),
    reference: text('reference').notNull(),
    name: text('name'),
    mimeType: text('mime_type'),
    sizeBytes: bigint('size_bytes', { mode: 'number' }),
    sha256: bytea('sha256').notNull(),
    status: text('status').$type<DocumentStatus>().notNull(),
    errorCode: text('error_code'),
    signatureFormat: text('signature_format'),
    signatureLevel: text('signature_level'),
    timeStampAt: instant('time_stamp_at'),
    invoiceNumber: text('invoice_number'),
    atcud: text('atcud'),
    recipientNif: text('recipient_nif'),
    total: numeric('total', { precision: 14, scale: 2 }),
    custodyUntil: date('custody_until', { mode: 'string' }),
    stored: boolean('stored').notNull(),
    searchText: text('search_text').generatedAlwaysAs(
      sql`lower(reference || ' ' || coalesce(name, '') || ' ' || coalesce(invoice_number, '') || ' ' || coalesce(recipient_nif, ''))`,
    ),
  },
  (t) => [
    primaryKey({ name: 'documents_pk', columns: [t.partnerId, t.receivedAt, t.operationId, t.seq] }),
    index('documents_search').using('gin', t.partnerId, t.searchText.op('gin_trgm_ops')),
    // By its first six bytes: a third of the size, and no two documents share them by chance.
    index('documents_hash').on(sql`substr(sha256, 1, 6)`),
    check('documents_status', oneOf('status', documentStatuses)),
    check('documents_sha256', sql`octet_length(sha256) = 32`),
    check('documents_seq', sql`seq >= 1`),
  ],
);
