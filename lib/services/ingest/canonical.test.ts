import { describe, expect, it } from 'vitest';
import { anyDocument, anyOperation } from '@/db/factories/batches';
import { canonicalOperation, contentHash } from './canonical';
import { documentSchema } from './document-schema';
import { operationFields } from './operation-fields';
import { batchSchema } from './schemas';

function hashOf(operation: unknown): string {
  const [parsed] = batchSchema.parse({ operations: [operation] }).operations;
  if (!parsed) throw new Error('no operation');
  return contentHash(canonicalOperation(parsed));
}

const operation = {
  ...anyOperation('DIRECT-PRT.501964843-3fa9c1', { documents: [anyDocument({ sha256: 'ab'.repeat(32) })] }),
  externalReference: 'R1',
  receivedAt: '2026-03-29T00:30:00.000Z',
  finishedAt: '2026-03-29T00:30:01.000Z',
};

/** The same value with the keys of every object in reverse. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, each]) => [key, reversed(each)]),
  );
}

/** True when the keys of every object, at any depth, are written in order. */
function sorted(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(sorted);
  if (typeof value !== 'object' || value === null) return true;
  const keys = Object.keys(value);
  return keys.join() === [...keys].sort().join() && Object.values(value).every(sorted);
}

describe('the canonical form', () => {
  const everything = {
    ...operation,
    status: 'FAILED',
    errorCode: '2.3.1',
    folder: { recipients: ['ana@cliente.test'], name: 'Março', custodyUntil: '2036-12-31' },
    documents: [anyDocument({ status: 'FAILED', errorCode: '2.3.1', timeStampAt: '2026-03-29T00:30:00.000Z' })],
  };

  it('has sorted keys, and every field of the schema', () => {
    const [parsed] = batchSchema.parse({ operations: [everything] }).operations;
    if (!parsed) throw new Error('no operation');
    const canonical = canonicalOperation(parsed);
    expect(canonical).toEqual(everything);
    expect(sorted(canonical)).toBe(true);
    const [document] = canonical.documents;
    expect(Object.keys(canonical).sort()).toEqual(Object.keys(operationFields.shape).sort());
    expect(Object.keys(document ?? {}).sort()).toEqual(Object.keys(documentSchema.shape).sort());
  });
});

describe('the content hash', () => {
  it('never changes between releases', () => {
    expect(hashOf(operation)).toBe('0f7b10c70facaab65ceb5447764a1e3b8fd34c36d873dde9312ce40a699c406d');
  });

  it('does not depend on the order of keys, the offset of instants or the case of hashes', () => {
    const other = {
      ...operation,
      receivedAt: '2026-03-29T01:30:00+01:00',
      documents: [{ ...operation.documents[0], sha256: 'AB'.repeat(32) }],
    };
    expect(hashOf(reversed(operation))).toBe(hashOf(operation));
    expect(hashOf(other)).toBe(hashOf(operation));
  });

  it.each([
    ['the status', { status: 'CANCELLED' }],
    ['a millisecond', { receivedAt: '2026-03-29T00:30:00.001Z' }],
    ['a folder', { folder: { name: 'Março', recipients: ['ana@cliente.test'] } }],
    ['the total of an invoice', { documents: [anyDocument({ sha256: 'ab'.repeat(32), invoice: { total: 1 } })] }],
    ['a second document', { documents: [operation.documents[0], operation.documents[0]] }],
  ])('depends on %s', (_what, more) => {
    expect(hashOf({ ...operation, ...more })).not.toBe(hashOf(operation));
  });
});
