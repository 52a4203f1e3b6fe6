import { type DocumentStatus, finishedStatuses, type OperationStatus, signedStatuses } from '@/lib/domain/operation';
import type { OperationInput } from './operation-fields';

/** A rule that one field alone cannot break: tells the field at fault (inside the operation) and the sentence. */
type Complaint = { readonly path: readonly (string | number)[]; readonly message: string };

const withErrorCode: readonly OperationStatus[] = ['FAILED', 'COMPLETED_WITH_ERRORS', 'CANCELLED'];

/** Everything about an operation that must agree among its fields. */
export function complaintsOf(operation: OperationInput): Complaint[] {
  const found: Complaint[] = [];
  const complain = (path: Complaint['path'], message: string) => found.push({ path, message });
  checkTimes(operation, complain);
  checkErrorCodes(operation, complain);
  checkCounts(operation, complain);
  if (operation.type === 'HASH') checkHashes(operation, complain);
  if (operation.type === 'DOCUMENT') checkNames(operation, complain);
  return found;
}

type Complain = (path: Complaint['path'], message: string) => void;

function checkTimes({ status, receivedAt, finishedAt }: OperationInput, complain: Complain): void {
  if (finishedAt === undefined) return;
  if (!finishedStatuses.includes(status)) complain(['finishedAt'], `must be absent while the status is ${status}`);
  if (Date.parse(finishedAt) < Date.parse(receivedAt)) complain(['finishedAt'], 'must not be before receivedAt');
}

function checkErrorCodes({ status, errorCode, documents }: OperationInput, complain: Complain): void {
  if (status === 'FAILED' && errorCode === undefined) complain(['errorCode'], 'is mandatory when the status is FAILED');
  if (errorCode !== undefined && !withErrorCode.includes(status)) {
    complain(['errorCode'], `must be absent when the status is ${status}`);
  }
  documents.forEach((document, index) => {
    if (document.errorCode === undefined || document.status === 'FAILED') return;
    complain(['documents', index, 'errorCode'], `must be absent when the status is ${document.status}`);
  });
}

/** The status of an operation is a statement about its documents; a contradiction would be counted twice or never. */
function checkCounts({ status, documents }: OperationInput, complain: Complain): void {
  const { signed, failed } = countItems(documents);
  if (status === 'COMPLETED' && signed < documents.length) {
    complain(['status'], 'is COMPLETED, but not every document was signed');
  }
  if (status === 'COMPLETED_WITH_ERRORS' && (signed === 0 || failed === 0)) {
    complain(['status'], 'is COMPLETED_WITH_ERRORS, which takes a signed and a failed document');
  }
  if (status === 'FAILED' && signed > 0) complain(['status'], 'is FAILED, but a document was signed');
}

/** How many documents were signed, and how many failed. The rest is on its way or was never begun. */
export function countItems(documents: readonly { status: DocumentStatus }[]): { signed: number; failed: number } {
  let signed = 0;
  let failed = 0;
  for (const { status } of documents) {
    if (signedStatuses.includes(status)) signed += 1;
    else if (status === 'FAILED') failed += 1;
  }
  return { signed, failed };
}

function checkHashes({ documents, folder }: OperationInput, complain: Complain): void {
  if (folder !== undefined) complain(['folder'], 'must be absent when hashes are signed: there is nothing to send');
  documents.forEach((document, index) => {
    for (const field of ['name', 'mimeType', 'size'] as const) {
      if (document[field] !== undefined) complain(['documents', index, field], 'must be absent for a hash item');
    }
    if (document.stored) complain(['documents', index, 'stored'], 'must be false for a hash item: it has no content');
  });
}

/** A document without a name would be taken for a hash item. */
function checkNames({ documents }: OperationInput, complain: Complain): void {
  documents.forEach((document, index) => {
    if (document.name === undefined) complain(['documents', index, 'name'], 'is mandatory for a document');
  });
}
