import { describe, expect, it } from 'vitest';
import { contentStateOf, parseDocumentId } from './document-content';
import { newId } from './ids';

describe('the id of a document', () => {
  it('names operation, place and time', () => {
    const id = newId(1_795_646_295_585);
    expect(parseDocumentId(`${id}.12`)).toEqual({ operationId: id, seq: 12, time: 1_795_646_295_585 });
  });

  it.each([
    '',
    'x',
    '.1',
    `${newId()}`,
    `${newId()}.0`,
    `${newId()}.01`,
    `${newId()}.1.1`,
    `${newId()}.1e3`,
    `${newId().toUpperCase()}.1`,
  ])('is none: %j', (id) => expect(parseDocumentId(id)).toBeNull());
});

describe('whether a document has content', () => {
  const facts = { type: 'DOCUMENT', source: 'API_SYNC', status: 'SIGNED', name: 'a.pdf', stored: true } as const;
  it.each([
    [facts, 'stored'],
    [{ ...facts, stored: false }, 'not_stored'],
    [{ ...facts, type: 'HASH' as const }, 'hash'],
    [{ ...facts, name: null }, 'hash'],
    [{ ...facts, source: 'PROXY' as const }, 'details_only'],
    [{ ...facts, status: 'PURGED' as const }, 'purged'],
    [{ ...facts, status: 'PURGED' as const, stored: false }, 'purged'],
  ] as const)('%o: %s', (given, state) => expect(contentStateOf(given)).toBe(state));
});
