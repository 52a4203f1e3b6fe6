import type { documents, operations } from '@/db/schema';
import type { OperationView } from './schemas';

type OperationRow = typeof operations.$inferSelect;
type DocumentRow = typeof documents.$inferSelect;
type ErrorCode = OperationView['errorCode'];

/** An operation with its documents as client services read it. */
export function viewOf(operation: OperationRow, rows: readonly DocumentRow[]): OperationView {
  const { folderName, recipients, custodyUntil } = operation;
  return {
    id: operation.id,
    externalReference: operation.externalRef,
    type: operation.type,
    source: operation.source,
    status: operation.status,
    receivedAt: operation.receivedAt.toISOString(),
    ...known({
      errorCode: operation.errorCode as ErrorCode | null,
      finishedAt: operation.finishedAt?.toISOString() ?? null,
      certificate: operation.certificate,
      folder:
        folderName === null ? null : { name: folderName, recipients: recipients ?? [], ...known({ custodyUntil }) },
    }),
    documents: rows.map(documentOf),
  };
}

function documentOf(row: DocumentRow): OperationView['documents'][number] {
  const invoice = known({
    number: row.invoiceNumber,
    atcud: row.atcud,
    recipientNif: row.recipientNif,
    total: row.total === null ? null : Number(row.total),
  });
  return {
    id: `${row.operationId}.${row.seq}`,
    sha256: row.sha256.toString('hex'),
    status: row.status,
    stored: row.stored,
    ...known({
      name: row.name,
      mimeType: row.mimeType,
      size: row.sizeBytes,
      errorCode: row.errorCode as ErrorCode | null,
      signatureFormat: row.signatureFormat,
      signatureLevel: row.signatureLevel,
      timeStampAt: row.timeStampAt?.toISOString() ?? null,
      custodyUntil: row.custodyUntil,
      invoice: Object.keys(invoice).length > 0 ? invoice : null,
    }),
  };
}

type Known<T> = { [K in keyof T]?: Exclude<T[K], null | undefined> };

/** The fields that have a value. */
function known<T extends object>(fields: T): Known<T> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined),
  ) as Known<T>;
}
