import { createHash } from 'node:crypto';
import type { DocumentInput } from './document-schema';
import { fieldNames, type OperationInput } from './operation-fields';

/** The same instant in UTC with milliseconds, whatever offset it was written with. */
function utc(instant: string): string {
  return new Date(instant).toISOString();
}

/** A document in the form that is stored and hashed. */
function normalDocument(document: DocumentInput): DocumentInput {
  return {
    ...document,
    sha256: document.sha256.toLowerCase(),
    ...(document.timeStampAt === undefined ? {} : { timeStampAt: utc(document.timeStampAt) }),
  };
}

/** An operation in the form that is stored and hashed: instants in UTC with milliseconds, hashes in lower case. */
export function normalOperation(operation: OperationInput): OperationInput {
  return {
    ...operation,
    receivedAt: utc(operation.receivedAt),
    ...(operation.finishedAt === undefined ? {} : { finishedAt: utc(operation.finishedAt) }),
    documents: operation.documents.map(normalDocument),
  };
}

/**
 * SHA-256 (hexadecimal) of the canonical content, by which a repeat and a conflict are told apart. Rule, version 1:
 * the normal form as JSON in UTF-8 without white space, keys of every object sorted by UTF-16 unit, absent fields left
 * out, numbers and strings as ECMAScript's JSON.stringify writes them. An optional field added later changes no hash
 * of an operation that does not use it.
 */
export function contentHash(normal: OperationInput): string {
  // A list of names as replacer is an allow-list and the order of writing at once.
  return createHash('sha256')
    .update(JSON.stringify(normal, [...fieldNames]))
    .digest('hex');
}
