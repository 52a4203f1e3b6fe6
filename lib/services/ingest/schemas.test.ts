import { describe, expect, it } from 'vitest';
import { anyDocument, anyHash, anyOperation } from '@/db/factories/batches';
import type { MachineFailure } from '@/lib/domain/machine-failure';
import { invalidBatch } from './faults';
import { batchSchema } from './schemas';

const service = 'DIRECT-PRT.501964843-3fa9c1';

/** What the engine is told about this body. */
function refusalOf(body: unknown): MachineFailure {
  const parsed = batchSchema.safeParse(body);
  if (parsed.success) throw new Error('the body was accepted');
  return invalidBatch(parsed.error, body);
}
const operationWith = (more: Record<string, unknown>) => ({ operations: [anyOperation(service, more)] });
const documentWith = (more: Record<string, unknown>) => operationWith({ documents: [anyDocument(more)] });

describe('a batch', () => {
  it('is accepted with documents, hashes and tests', () => {
    const hashes = anyOperation(service, { type: 'HASH', documents: [anyHash(), anyHash()] });
    const test = anyOperation(service, { type: 'TEST', documents: [anyHash()] });
    expect(batchSchema.safeParse({ operations: [anyOperation(service), hashes, test] }).success).toBe(true);
  });

  it('is refused with index and field named', () => {
    const operations = Array.from({ length: 713 }, () => anyOperation(service));
    operations[712] = anyOperation(service, { documents: [anyDocument({ sha256: 'xyz' })] });
    const refused = refusalOf({ operations });
    expect(refused).toMatchObject({
      code: '0.0.6',
      status: 400,
      details: [{ path: 'operations.712.documents.0.sha256', index: 712, field: 'documents.0.sha256' }],
    });
    expect(refused.message).toBe('operations.712.documents.0.sha256: must be 64 hexadecimal digits');
  });

  it.each<[string, unknown, string, string]>([
    ['no body', null, '0.0.6', ''],
    ['no operations', {}, '0.0.2', 'operations'],
    ['an empty batch', { operations: [] }, '0.0.6', 'operations'],
    ['1,001 operations', { operations: Array(1_001).fill(anyOperation(service)) }, '0.0.4', 'operations'],
    ['a field of its own', { operations: [anyOperation(service)], mode: 'fast' }, '0.0.6', 'mode'],
    ['an operation that is none', { operations: [7] }, '0.0.6', 'operations.0'],
    ['a missing type', operationWith({ type: undefined }), '0.0.2', 'operations.0.type'],
    ['an unknown type', operationWith({ type: 'INVOICE' }), '0.0.6', 'operations.0.type'],
    ['an unknown field', operationWith({ partnerId: 'x' }), '0.0.6', 'operations.0.partnerId'],
    [
      'a long reference',
      operationWith({ externalReference: 'x'.repeat(201) }),
      '0.0.4',
      'operations.0.externalReference',
    ],
    ['a NUL', operationWith({ externalReference: 'a\0b' }), '0.0.6', 'operations.0.externalReference'],
    ['a lone surrogate', operationWith({ certificate: 'a\ud800' }), '0.0.6', 'operations.0.certificate'],
    [
      'a day that does not exist',
      operationWith({ receivedAt: '2026-02-30T10:00:00Z' }),
      '0.0.6',
      'operations.0.receivedAt',
    ],
    [
      'an instant without offset',
      operationWith({ receivedAt: '2026-02-20T10:00:00' }),
      '0.0.6',
      'operations.0.receivedAt',
    ],
    ['the year zero', documentWith({ custodyUntil: '0000-01-01' }), '0.0.6', 'operations.0.documents.0.custodyUntil'],
    [
      'an end before the beginning',
      operationWith({ finishedAt: '2020-01-01T00:00:00Z' }),
      '0.0.6',
      'operations.0.finishedAt',
    ],
    ['an end while it is under way', operationWith({ status: 'PROCESSING' }), '0.0.6', 'operations.0.finishedAt'],
    ['no documents', operationWith({ documents: [] }), '0.0.6', 'operations.0.documents'],
    [
      '1,001 documents',
      operationWith({ documents: Array(1_001).fill(anyDocument()) }),
      '0.0.4',
      'operations.0.documents',
    ],
    ['three decimals', documentWith({ invoice: { total: 1.005 } }), '0.0.6', 'operations.0.documents.0.invoice.total'],
    ['a document without name', documentWith({ name: undefined }), '0.0.2', 'operations.0.documents.0.name'],
    ['a size that is no integer', documentWith({ size: 1.5 }), '0.0.6', 'operations.0.documents.0.size'],
    [
      'an error code of its own',
      documentWith({ status: 'FAILED', errorCode: '9.9.9' }),
      '0.0.6',
      'operations.0.documents.0.errorCode',
    ],
    ['completed, yet unsigned', documentWith({ status: 'FAILED' }), '0.0.6', 'operations.0.status'],
    ['failed, yet signed', operationWith({ status: 'FAILED', errorCode: '2.3.1' }), '0.0.6', 'operations.0.status'],
    [
      'a hash with a name',
      operationWith({ type: 'HASH', documents: [anyHash({ name: 'a.pdf' })] }),
      '0.0.6',
      'operations.0.documents.0.name',
    ],
    [
      'a hash that is stored',
      operationWith({ type: 'HASH', documents: [anyHash({ stored: true })] }),
      '0.0.6',
      'operations.0.documents.0.stored',
    ],
  ])('with %s is refused', (_what, body, code, path) => {
    const refused = refusalOf(body);
    expect({ code: refused.code, path: refused.details[0]?.path }).toEqual({ code, path });
  });

  it('says what is mandatory: the error code of a failed operation', () => {
    const failed = { status: 'FAILED', documents: [anyDocument({ status: 'FAILED' })] };
    expect(refusalOf(operationWith(failed))).toMatchObject({
      code: '0.0.2',
      details: [{ path: 'operations.0.errorCode' }],
    });
    expect(batchSchema.safeParse(operationWith({ ...failed, errorCode: '2.3.1' })).success).toBe(true);
  });

  it('holds at most 10,000 documents in all', () => {
    const documents = Array(1_000).fill(anyDocument());
    const operations = Array.from({ length: 11 }, () => anyOperation(service, { documents }));
    expect(refusalOf({ operations })).toMatchObject({ code: '0.0.4', details: [{ path: 'operations' }] });
    expect(batchSchema.safeParse({ operations: operations.slice(1) }).success).toBe(true);
  });

  it('names at most a hundred faults', () => {
    const refused = refusalOf({ operations: Array(500).fill({}) });
    expect(refused.details).toHaveLength(100);
    expect(refused.message).toMatch(/^operations\.0\.service: is mandatory \(and \d+ more\)$/);
  });
});
