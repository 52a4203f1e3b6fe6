import { bigint, check, date, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { type OperationStatus, operationStatuses, type PayerKind, payerKinds } from '@/lib/domain/operation';
import { issuerId, oneOf, partnerId } from './columns';

const measure = (name: string) => bigint(name, { mode: 'number' }).notNull().default(0);
const owners = () => ({
  partnerId: partnerId(),
  issuerId: issuerId(),
  serviceId: uuid('service_id').notNull(),
  payerKind: text('payer_kind').$type<PayerKind>().notNull(),
  payerId: uuid('payer_id').notNull(),
  day: date('day', { mode: 'string' }).notNull(),
});
const items = () => ({
  signedDocuments: measure('signed_documents'),
  signedHashes: measure('signed_hashes'),
  failedItems: measure('failed_items'),
  bytes: measure('bytes'),
  notifications: measure('notifications'),
});

/**
 * What writers append, one row a group and batch; a job folds it into the roll-ups every second. TEST operations
 * never come here. Always: roll-up + delta = raw rows.
 */
export const usageDelta = pgTable(
  'usage_delta',
  {
    ...owners(),
    status: text('status').$type<OperationStatus>().notNull(),
    operations: integer('operations').notNull(),
    ...items(),
  },
  () => [
    check('usage_delta_status', oneOf('status', operationStatuses)),
    check('usage_delta_payer_kind', oneOf('payer_kind', payerKinds)),
  ],
);

/** Consumption of a service on a local day: operations by status, items signed and failed. */
export const usageDay = pgTable(
  'usage_day',
  {
    ...owners(),
    received: measure('received'),
    processing: measure('processing'),
    completed: measure('completed'),
    completedWithErrors: measure('completed_with_errors'),
    failed: measure('failed'),
    cancelled: measure('cancelled'),
    ...items(),
  },
  (t) => [
    primaryKey({
      name: 'usage_day_pk',
      columns: [t.partnerId, t.issuerId, t.serviceId, t.payerKind, t.payerId, t.day],
    }),
    index('usage_day_issuer').on(t.issuerId, t.day),
  ],
);

/** The column of usage_day that counts the operations of a status. */
export const usageDayByStatus = {
  RECEIVED: usageDay.received,
  PROCESSING: usageDay.processing,
  COMPLETED: usageDay.completed,
  COMPLETED_WITH_ERRORS: usageDay.completedWithErrors,
  FAILED: usageDay.failed,
  CANCELLED: usageDay.cancelled,
} as const satisfies Record<OperationStatus, unknown>;

/** Consumption of a partner on a local day by status: the whole system in few rows. Not granted to issuer and auditor. */
export const usagePartnerDay = pgTable(
  'usage_partner_day',
  {
    partnerId: partnerId(),
    day: date('day', { mode: 'string' }).notNull(),
    status: text('status').$type<OperationStatus>().notNull(),
    operations: measure('operations'),
    ...items(),
  },
  (t) => [primaryKey({ name: 'usage_partner_day_pk', columns: [t.partnerId, t.day, t.status] })],
);
