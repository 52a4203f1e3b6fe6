import { hash } from 'node:crypto';
import type { DocumentInput } from './document-schema';
import type { OperationInput } from './operation-fields';

/**
 * The canonical form of an operation: keys sorted at every depth, instants in UTC with milliseconds, hashes in lower
 * case, absent fields undefined. The order is written out: sorting the keys of a thousand operations would cost more
 * than all else that is done to a batch before the database.
 */
export function canonicalOperation(given: OperationInput) {
  return {
    certificate: given.certificate,
    documents: given.documents.map(canonicalDocument),
    errorCode: given.errorCode,
    externalReference: given.externalReference,
    finishedAt: utc(given.finishedAt),
    folder: given.folder && canonicalFolder(given.folder),
    receivedAt: utc(given.receivedAt),
    service: given.service,
    source: given.source,
    status: given.status,
    type: given.type,
  };
}

export type CanonicalOperation = ReturnType<typeof canonicalOperation>;
export type CanonicalDocument = ReturnType<typeof canonicalDocument>;

function canonicalDocument(given: DocumentInput) {
  return {
    custodyUntil: given.custodyUntil,
    errorCode: given.errorCode,
    invoice: given.invoice && canonicalInvoice(given.invoice),
    mimeType: given.mimeType,
    name: given.name,
    sha256: given.sha256.toLowerCase(),
    signatureFormat: given.signatureFormat,
    signatureLevel: given.signatureLevel,
    size: given.size,
    status: given.status,
    stored: given.stored,
    timeStampAt: utc(given.timeStampAt),
  };
}

function canonicalFolder({ custodyUntil, name, recipients }: NonNullable<OperationInput['folder']>) {
  return { custodyUntil, name, recipients };
}

function canonicalInvoice({ atcud, number, recipientNif, total }: NonNullable<DocumentInput['invoice']>) {
  return { atcud, number, recipientNif, total };
}

const alreadyUtc = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** The same instant in UTC with milliseconds, whatever offset it was written with. */
function utc<T extends string | undefined>(instant: T): T | string {
  return instant === undefined || alreadyUtc.test(instant) ? instant : new Date(instant).toISOString();
}

/**
 * SHA-256 (hexadecimal) of the canonical content, by which a repeat and a conflict are told apart. Rule, version 1:
 * the canonical form as JSON in UTF-8 without white space, keys of every object sorted by UTF-16 unit, absent fields
 * left out, numbers and strings as ECMAScript's JSON.stringify writes them. An optional field added later changes no
 * hash of an operation that does not use it.
 */
export function contentHash(canonical: CanonicalOperation): string {
  return hash('sha256', JSON.stringify(canonical));
}
