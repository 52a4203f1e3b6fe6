import { randomInt } from 'node:crypto';
import { anyDocument, anyOperation } from '@/db/factories/batches';
import { type OperationInput, operationFields } from '@/lib/services/ingest/operation-fields';
import type { ServiceOwner } from '@/lib/services/ingest/rows';

/** An operation as it was sent, and the service that it is for. */
export type Sent = { owner: ServiceOwner; operation: OperationInput };

/** From 20 to 100 operations with one to three documents each, some of them failed. */
export function anyBatch(owners: readonly ServiceOwner[]): Sent[] {
  return Array.from({ length: randomInt(20, 101) }, () => {
    const owner = owners[randomInt(owners.length)];
    if (!owner) throw new Error('chaos needs client services');
    return { owner, operation: operationFields.parse(anyOperation(owner.alias, fields())) };
  });
}

function fields(): Record<string, unknown> {
  const failed = randomInt(10) === 0;
  const verdict = failed ? { status: 'FAILED', errorCode: '2.2.0' } : {};
  const documents = Array.from({ length: randomInt(1, 4) }, (_, place) =>
    anyDocument({ name: `FT-2026-${place}.pdf`, size: randomInt(10_000, 90_000), ...verdict }),
  );
  return { ...verdict, documents };
}

/** What of an operation must be found again, field by field. */
export function contentOf({ operation }: Sent): string {
  const { status, type, source, receivedAt, documents } = operation;
  const rows = documents.map((each, place) => [
    place + 1,
    each.name ?? null,
    each.mimeType ?? null,
    each.size ?? null,
    each.sha256,
    each.status,
    each.errorCode ?? null,
    each.signatureFormat ?? null,
    each.invoice?.number ?? null,
    each.invoice?.total ?? null,
    each.custodyUntil ?? null,
    each.stored,
  ]);
  return JSON.stringify([status, type, source, Date.parse(receivedAt), rows]);
}
