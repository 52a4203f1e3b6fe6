import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentPageSchema, readDocumentPage } from './document-filter';
import { newId } from './ids';

const today = '2026-11-26';
const read = (params: Record<string, string>) => readDocumentPage('document', params, today);

describe('the address of the documents list', () => {
  it('never fails, and what it is understood as is always sound', () => {
    const anything = fc.dictionary(
      fc.constantFrom(
        'search',
        'reference',
        'document',
        'nif',
        'hash',
        'service',
        'status',
        'after',
        'from',
        'size',
        'x',
      ),
      fc.oneof(
        fc.string(),
        fc.string({ unit: 'binary' }),
        fc.constantFrom('=', '^a', '%%%', 'a'.repeat(10_000), '\u0000'),
      ),
    );
    fc.assert(
      fc.property(anything, fc.constantFrom('document' as const, 'hash' as const), (params, kind) => {
        const { page } = readDocumentPage(kind, params, today);
        expect(documentPageSchema.safeParse(page).success).toBe(true);
      }),
    );
  });

  it('takes a hash as people paste it, and no shorter one than six digits', () => {
    expect(read({ hash: 'AB:CD:EF 01-23' }).page.hash).toBe('abcdef0123');
    expect(read({ hash: 'abcde' })).toMatchObject({
      page: { hash: null },
      notes: [{ field: 'hash', reason: 'short' }],
    });
    expect(read({ hash: 'not a hash' }).notes).toEqual([{ field: 'hash', reason: 'unknown' }]);
  });

  it('opens the range of days for what the index finds, and for nothing else', () => {
    const days = { from: '2025-01-01', to: '2026-11-26' };
    for (const narrow of [{ search: 'FT 2026' }, { hash: 'abcdef' }, { service: newId() }, { nif: '=501964843' }]) {
      expect(read({ ...days, ...narrow }).page.from).toBe('2025-01-01');
    }
    for (const wide of [{}, { search: 'a/2' }, { reference: '^F' }, { status: 'FAILED' }]) {
      expect(read({ ...days, ...wide }).notes).toContainEqual({ field: 'from', reason: 'cut' });
    }
  });

  it('places a page by a document, never by an operation', () => {
    const id = newId();
    expect(read({ after: `${id}.3` }).page.after).toBe(`${id}.3`);
    expect(read({ after: id })).toMatchObject({
      page: { after: null },
      notes: [{ field: 'after', reason: 'unknown' }],
    });
  });

  it('knows nothing of names and invoices where it lists hashes', () => {
    const { page } = readDocumentPage('hash', { search: 'abc', nif: '=501964843', reference: '=R' }, today);
    expect(page.texts).toEqual({ reference: { mode: 'exact', text: 'R' } });
  });
});
