import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { documents, operations, usageDelta } from '@/db/schema';
import type { Database } from '@/db/transaction';
import type { ErrorCode } from '@/lib/domain/errors';
import { newId } from '@/lib/domain/ids';
import type { OperationSource, OperationStatus, OperationType } from '@/lib/domain/operation';

type Owner = { id: string; issuerId: string; partnerId: string };
type Given = {
  at?: Date;
  status?: OperationStatus;
  type?: OperationType;
  source?: OperationSource;
  reference?: string;
  /** Of a failed one; 2.2.0 by default. */
  error?: ErrorCode;
  /** Names of its documents; one document by default. */
  documents?: readonly string[];
};

const ended: readonly OperationStatus[] = ['COMPLETED', 'COMPLETED_WITH_ERRORS', 'FAILED', 'CANCELLED'];

/** Inserts an operation of a client service with its documents and its share of the roll-up. Runs as `system`. */
export async function makeOperation(db: Database, service: Owner, given: Given = {}) {
  const at = given.at ?? new Date();
  const id = newId(at.getTime());
  const { status = 'COMPLETED', type = 'DOCUMENT' } = given;
  const names = given.documents ?? [`${id.slice(-6)}.pdf`];
  const signed = status === 'COMPLETED' ? names.length : 0;
  const failed = status === 'FAILED' ? names.length : 0;
  const owner = { partnerId: service.partnerId, issuerId: service.issuerId, serviceId: service.id };
  const payer = { payerKind: 'ISSUER' as const, payerId: service.issuerId };
  const localDay = sql<string>`(${at.toISOString()}::timestamptz at time zone (select time_zone from installation))::date`;
  const row = {
    id,
    ...owner,
    ...payer,
    receivedAt: at,
    finishedAt: ended.includes(status) ? new Date(at.getTime() + 845) : null,
    externalRef: given.reference ?? `FT ${id.slice(-8)}`,
    type,
    source: given.source ?? ('API_SYNC' as const),
    status,
    errorCode: status === 'FAILED' ? (given.error ?? '2.2.0') : null,
    itemCount: names.length,
    signedCount: signed,
    failedCount: failed,
    bytes: names.length * 1000,
  };
  await db.insert(operations).values({ ...row, localDay });
  await db.insert(documents).values(
    names.map((name, index) => ({
      operationId: id,
      seq: index + 1,
      ...owner,
      receivedAt: at,
      reference: row.externalRef,
      name,
      sha256: randomBytes(32),
      status: signed > 0 ? ('SIGNED' as const) : failed > 0 ? ('FAILED' as const) : ('RECEIVED' as const),
      stored: true,
    })),
  );
  if (type !== 'TEST') {
    const items = { signedDocuments: signed, failedItems: failed, bytes: row.bytes };
    await db.insert(usageDelta).values({ ...owner, ...payer, day: localDay, status, operations: 1, ...items });
  }
  return row;
}
