import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeNext } from './safe-next';

describe('safeNext', () => {
  it.each([
    '/',
    '/dashboard',
    '/operations?status=FAILED&from=2026-01-01',
    '/operations/01900000-0000-7000-8000-000000000001',
  ])('lets the local path %s pass as it is', (path) => expect(safeNext(path)).toBe(path));

  it.each([
    '//evil.test',
    '/\\evil.test',
    '\\\\evil.test',
    '/%2f%2fevil.test',
    '/%2Fevil.test',
    '/%252f%252fevil.test',
    '/%5cevil.test',
    '/.//evil.test',
    '/..//evil.test',
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    'https://evil.test/operations',
    'http:/evil.test',
    '/\t/evil.test',
    '/\n/evil.test',
    '/%09/evil.test',
    '/%0d%0aSet-Cookie:a=b',
    '/\u0000',
    '/%',
    '/api/auth/signout',
    '/api/lists/operations',
    '/%61pi/auth/signout',
    '/_next/data/x',
    '/sign-in?next=/sign-in',
    'operations',
    '',
    null,
    undefined,
  ])('sends %j home', (wanted) => expect(safeNext(wanted)).toBe('/'));

  it('answers an address of this site, whatever it is given', () => {
    const text = fc.string({ unit: 'binary' });
    const wanted = fc.oneof(
      text,
      fc.tuple(fc.constantFrom('/', '//', '/\\', '/.', 'https://'), text).map((parts) => parts.join('')),
    );
    const staysHere = (given: string) =>
      new URL(safeNext(given), 'https://ours.test/sign-in').origin === 'https://ours.test';
    fc.assert(fc.property(wanted, staysHere));
  });
});
