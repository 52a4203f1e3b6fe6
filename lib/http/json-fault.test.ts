import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locateFault } from './json-fault';

describe('the fault of a body that is not JSON', () => {
  it.each([
    ['{"operations":[{"status":}]}', 'operations.0.status', 1, 26],
    ['{"operations":[{"a":1},{"a":1 "b":2}]}', 'operations.1.a', 1, 31],
    ['{"operations":[1,\n 2,\n x]}', 'operations.2', 3, 2],
    ['{"a":"b', 'a', 1, 8],
    ['{"a":"\\x"}', 'a', 1, 7],
    ['{"a":"\n"}', 'a', 1, 7],
    ['{"a":01}', 'a', 1, 7],
    ['{"a":1,}', 'a', 1, 8],
    ["{'a':1}", '', 1, 2],
    ['', '', 1, 1],
    ['{} {}', '', 1, 4],
  ])('%j is at %j, line %d, column %d', (text, path, line, column) => {
    expect(locateFault(text)).toEqual({ path, line, column });
  });

  it('bears a body of brackets, and one long string', () => {
    expect(locateFault('['.repeat(1_000_000))).toMatchObject({ line: 1, column: 1_000_001 });
    expect(locateFault(`"${'a'.repeat(5_000_000)}`)).toMatchObject({ line: 1, column: 5_000_002 });
  });

  it('reads all of what is JSON: the fault of a text cut short is at its end', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(locateFault(`[${text}`)).toMatchObject({ line: 1, column: text.length + 2 });
      }),
    );
  });
});
