import { pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, partnerId } from './columns';

/**
 * One row an operation: (service, external reference) happens once. content_hash, the SHA-256 of the canonical
 * content, tells a repeat from a conflict. A unique key on the partitioned table could not do this.
 */
export const operationKeys = pgTable(
  'operation_keys',
  {
    partnerId: partnerId(),
    serviceId: uuid('service_id').notNull(),
    externalRef: text('external_ref').notNull(),
    issuerId: uuid('issuer_id').notNull(),
    operationId: uuid('operation_id').notNull(),
    contentHash: bytea('content_hash').notNull(),
  },
  (t) => [primaryKey({ name: 'operation_keys_pk', columns: [t.partnerId, t.serviceId, t.externalRef] })],
);
