import { todayIn } from '@/lib/clock';
import { type PartnerType, payerKindOf } from '@/lib/domain/company';
import { newId } from '@/lib/domain/ids';
import { env } from '@/lib/env';
import { type CanonicalDocument, type CanonicalOperation, canonicalOperation, contentHash } from './canonical';
import type { OperationInput } from './operation-fields';
import { countItems } from './operation-rules';

/** A client service as ingest needs it: whose it is, and what decides who pays. */
export type ServiceOwner = {
  id: string;
  alias: string;
  partnerId: string;
  issuerId: string;
  partnerType: PartnerType;
  /** Changes of the partner's type, the latest first; null without any. */
  typeChanges: readonly { readonly from: string; readonly type: PartnerType }[] | null;
};

/** Who pays: decided by the type that the partner has on the local day of reception. */
function payerOf({ owner, operation }: OperationRow) {
  const { typeChanges, partnerType } = owner;
  const day = typeChanges && todayIn(env().SIGNSTASH_TIME_ZONE, new Date(operation.receivedAt));
  return payerKindOf(typeChanges?.find(({ from }) => day && from <= day)?.type ?? partnerType);
}

/** An operation ready to be written, with what is derived from its documents and its service. */
export type OperationRow = {
  id: string;
  owner: ServiceOwner;
  operation: CanonicalOperation;
  hash: string;
  signed: number;
  failed: number;
  bytes: number;
};

/** The row of an operation. Its id is a UUID v7 whose time is receivedAt, so that an id leads to its partition. */
export function rowOf(given: OperationInput, owner: ServiceOwner): OperationRow {
  const operation = canonicalOperation(given);
  return {
    id: newId(Date.parse(operation.receivedAt)),
    owner,
    operation,
    hash: contentHash(operation),
    ...countItems(operation.documents),
    bytes: operation.documents.reduce((total, { size }) => total + (size ?? 0), 0),
  };
}

type Value = string | number | boolean | null;
type Column = { readonly type: string; readonly values: readonly Value[] };
export type Columns = Readonly<Record<string, Column>>;

/** One array a column, in the order of the batch: what `unnest` turns into rows again. */
export function operationColumns(rows: readonly OperationRow[]): Columns {
  const column = (type: string, of: (row: OperationRow) => Value | undefined): Column => ({
    type,
    values: rows.map((row) => of(row) ?? null),
  });
  return {
    id: column('uuid', (row) => row.id),
    service_id: column('uuid', (row) => row.owner.id),
    issuer_id: column('uuid', (row) => row.owner.issuerId),
    // Frozen here: a later change of the partner's type touches no operation that is registered.
    payer_kind: column('text', payerOf),
    payer_id: column('uuid', (row) => (payerOf(row) === 'PARTNER' ? row.owner.partnerId : row.owner.issuerId)),
    external_ref: column('text', (row) => row.operation.externalReference),
    content_hash: column('text', (row) => row.hash),
    received_at: column('timestamptz', (row) => row.operation.receivedAt),
    finished_at: column('timestamptz', (row) => row.operation.finishedAt),
    type: column('text', (row) => row.operation.type),
    source: column('text', (row) => row.operation.source),
    status: column('text', (row) => row.operation.status),
    error_code: column('text', (row) => row.operation.errorCode),
    certificate: column('text', (row) => row.operation.certificate),
    item_count: column('int4', (row) => row.operation.documents.length),
    signed_count: column('int4', (row) => row.signed),
    failed_count: column('int4', (row) => row.failed),
    bytes: column('int8', (row) => row.bytes),
    notified_count: column('int4', (row) => row.operation.documents.filter(isNotified).length),
    folder_name: column('text', (row) => row.operation.folder?.name),
    recipients: column('jsonb', (row) => row.operation.folder && JSON.stringify(row.operation.folder.recipients)),
    custody_until: column('date', (row) => row.operation.folder?.custodyUntil),
  };
}

const isNotified = ({ status }: CanonicalDocument): boolean => status === 'NOTIFIED';

/** The same for all documents of a batch; `n` is the operation's place, from 1. */
export function documentColumns(rows: readonly OperationRow[]): Columns {
  const all = rows.flatMap(({ operation }, place) =>
    operation.documents.map((document, index) => ({ n: place + 1, seq: index + 1, ...document })),
  );
  const column = (type: string, of: (document: (typeof all)[number]) => Value | undefined): Column => ({
    type,
    values: all.map((document) => of(document) ?? null),
  });
  return {
    n: column('int4', (document) => document.n),
    seq: column('int4', (document) => document.seq),
    name: column('text', (document) => document.name),
    mime_type: column('text', (document) => document.mimeType),
    size_bytes: column('int8', (document) => document.size),
    sha256: column('text', (document) => document.sha256),
    status: column('text', (document) => document.status),
    error_code: column('text', (document) => document.errorCode),
    signature_format: column('text', (document) => document.signatureFormat),
    signature_level: column('text', (document) => document.signatureLevel),
    time_stamp_at: column('timestamptz', (document) => document.timeStampAt),
    invoice_number: column('text', (document) => document.invoice?.number),
    atcud: column('text', (document) => document.invoice?.atcud),
    recipient_nif: column('text', (document) => document.invoice?.recipientNif),
    total: column('numeric', (document) => document.invoice?.total),
    custody_until: column('date', (document) => document.custodyUntil),
    stored: column('bool', (document) => document.stored),
  };
}
