import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Database } from '@/db/transaction';
import { contentStateOf, type DocumentKey, parseDocumentId } from '@/lib/domain/document-content';
import { MachineFailure } from '@/lib/domain/machine-failure';
import type { DocumentStatus, OperationSource, OperationType } from '@/lib/domain/operation';
import type { ContentAddress } from '@/lib/storage/port';
import { machineCommand } from '../define';

/** The content that a registered document waits for. `size` is null where it was not registered. */
export type Expected = ContentAddress & {
  readonly key: DocumentKey;
  readonly serviceId: string;
  readonly size: number | null;
  /** The document has its content already. */
  readonly kept: boolean;
};

type Row = {
  partnerId: string;
  issuerId: string;
  serviceId: string;
  sha256: string;
  size: number | null;
  kept: boolean;
  mimeType: string | null;
  type: OperationType;
  source: OperationSource;
  status: DocumentStatus;
  name: string | null;
};

/**
 * What is known of a document before its content is received, so that what cannot be kept is refused at once.
 * @throws MachineFailure 0.0.6: 404 no such document, 409 a hash, purged, or left behind the proxy, 400 wrong type or size
 */
export const expectContent = machineCommand({
  name: 'documents.expect_content',
  record: 'operation',
  input: z.strictObject({ id: z.string(), mimeType: z.string(), size: z.number().nullable() }),
  run: async ({ db, input }): Promise<Expected> => {
    const key = parseDocumentId(input.id);
    const row = key && (await findDocument(db, key));
    if (!key || !row) throw new MachineFailure('0.0.6', 'There is no such document.', [], 404);
    const { mimeType, type, source, status, name, ...expected } = row;
    const state = contentStateOf({ type, source, status, name, stored: true });
    if (state !== 'stored') throw new MachineFailure('0.0.6', reasons[state], [], 409);
    if (mimeType !== null && mimeType.toLowerCase() !== input.mimeType) {
      throw new MachineFailure('0.0.6', `Content-Type must be ${mimeType}, as it was registered.`);
    }
    if (input.size !== null) checkSize(expected.size, input.size);
    return { ...expected, key };
  },
});

const reasons = {
  hash: 'A hash item has no content.',
  purged: 'The content of this document was purged.',
  details_only: 'Of a document that came through the on-premise proxy only the details exist.',
  not_stored: 'The content of this document is not kept.',
} as const;

/** @throws MachineFailure 0.0.6 when a content is not as long as was registered */
export function checkSize(registered: number | null, size: number): void {
  if (registered === null || registered === size) return;
  throw new MachineFailure('0.0.6', `The content has ${size} bytes; ${registered} were registered.`);
}

/** By way of the operation, whose index needs no partner: the engine names none. */
async function findDocument(db: Database, { operationId, seq, time }: DocumentKey): Promise<Row | null> {
  const [row] = await db.execute<Row>(sql`
    select d.partner_id as "partnerId", d.issuer_id as "issuerId", d.service_id as "serviceId",
      encode(d.sha256, 'hex') as sha256, d.size_bytes::float8 as size, d.mime_type as "mimeType", d.name, d.status,
      o.type, o.source, c.operation_id is not null as kept
    from operations o
    join documents d on d.partner_id = o.partner_id and d.received_at = o.received_at and d.operation_id = o.id and d.seq = ${seq}
    left join document_contents c on c.partner_id = d.partner_id and c.operation_id = d.operation_id and c.seq = d.seq
    where o.received_at = ${new Date(time).toISOString()}::timestamptz and o.id = ${operationId}`);
  return row ?? null;
}
