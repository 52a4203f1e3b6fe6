import { sql } from 'drizzle-orm';
import { bigint, check, date, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import {
  type OperationSource,
  type OperationStatus,
  type OperationType,
  operationSources,
  operationStatuses,
  operationTypes,
  type PayerKind,
  payerKinds,
} from '@/lib/domain/operation';
import { clientServices } from './client-services';
import { instant, issuerId, oneOf, partnerId } from './columns';

/**
 * Signing requests, PARTITION BY RANGE (received_at), one UTC month each (the migration adds the clause). The id is a
 * UUID v7 whose time is received_at. local_day is the day of the installation's zone, written with the row.
 */
export const operations = pgTable(
  'operations',
  {
    id: uuid('id').notNull(),
    partnerId: partnerId(),
    issuerId: issuerId(),
    serviceId: uuid('service_id').notNull(),
    payerKind: text('payer_kind').$type<PayerKind>().notNull(),
    payerId: uuid('payer_id').notNull(),
    receivedAt: instant('received_at').notNull(),
    finishedAt: instant('finished_at'),
    localDay: date('local_day', { mode: 'string' }).notNull(),
    externalRef: text('external_ref').notNull(),
    type: text('type').$type<OperationType>().notNull(),
    source: text('source').$type<OperationSource>().notNull(),
    status: text('status').$type<OperationStatus>().notNull(),
    errorCode: text('error_code'),
    certificate: text('certificate'),
    itemCount: integer('item_count').notNull(),
    signedCount: integer('signed_count').notNull(),
    failedCount: integer('failed_count').notNull(),
    bytes: bigint('bytes', { mode: 'number' }).notNull(),
    folderName: text('folder_name'),
    recipients: text('recipients').array(),
    custodyUntil: date('custody_until', { mode: 'string' }),
  },
  (t) => [
    primaryKey({ name: 'operations_pk', columns: [t.partnerId, t.receivedAt, t.id] }),
    // One composite key stands for three: the service fixes its issuer, the issuer its partner.
    foreignKey({
      name: 'operations_service',
      columns: [t.serviceId, t.issuerId, t.partnerId],
      foreignColumns: [clientServices.id, clientServices.issuerId, clientServices.partnerId],
    }),
    index('operations_issuer').on(t.issuerId, t.receivedAt, t.id),
    index('operations_service_time').on(t.serviceId, t.receivedAt, t.id),
    index('operations_time').on(t.receivedAt, t.id),
    index('operations_open').on(t.partnerId, t.status, t.receivedAt, t.id).where(sql`status <> 'COMPLETED'`),
    index('operations_reference').on(t.partnerId, sql`external_ref collate "C"`),
    check('operations_type', oneOf('type', operationTypes)),
    check('operations_source', oneOf('source', operationSources)),
    check('operations_status', oneOf('status', operationStatuses)),
    check('operations_payer_kind', oneOf('payer_kind', payerKinds)),
    check(
      'operations_counts',
      sql`item_count >= signed_count + failed_count and signed_count >= 0 and failed_count >= 0`,
    ),
  ],
);
