import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ChainCheck, type ChainHead, type ChainRow, chainHash } from './audit-chain';

const tenant = '01900000-0000-7000-8000-0000000000aa';

function rowsOf(texts: readonly string[]): ChainRow[] {
  let previous = '00';
  return texts.map((text, index) => {
    const at = new Date(1_700_000_000_000 + index).toISOString();
    const entry = JSON.stringify({ at, issuerId: tenant, partnerId: null, text });
    previous = chainHash(previous, index + 1, entry);
    return { tenant, seq: index + 1, at, partnerId: null, issuerId: tenant, entry, hash: previous };
  });
}

const headOf = (rows: readonly ChainRow[]): ChainHead | undefined => rows.at(-1);

function check(rows: readonly ChainRow[], head: ChainHead | undefined, exported?: ChainHead) {
  const chain = new ChainCheck(tenant, exported);
  for (const row of rows) chain.feed(row);
  return chain.end(head).map(({ kind, from, to }) => `${kind} ${from}-${to}`);
}

const texts = fc.uniqueArray(fc.string(), { minLength: 4, maxLength: 30 });
/** A chain and a place in it that has neighbours on both sides. */
const chainAndPlace = texts.chain((list) =>
  fc.record({ rows: fc.constant(rowsOf(list)), at: fc.integer({ min: 1, max: list.length - 2 }) }),
);
const change = (rows: readonly ChainRow[], at: number, with_: Partial<ChainRow>) =>
  rows.map((row, index) => (index === at ? { ...row, ...with_ } : row));

describe('a chain of audit entries', () => {
  it('is whole when nobody touched it, against its head and any head exported earlier', () => {
    fc.assert(
      fc.property(chainAndPlace, ({ rows, at }) => {
        expect(check(rows, headOf(rows), rows[at])).toEqual([]);
      }),
    );
  });

  it('names an edited text by its number', () => {
    fc.assert(
      fc.property(chainAndPlace, ({ rows, at }) => {
        const edited = change(rows, at, { entry: `${rows[at]?.entry} ` });
        expect(check(edited, headOf(rows))).toEqual([`edited ${at + 1}-${at + 1}`]);
      }),
    );
  });

  it.each([{ partnerId: tenant }, { issuerId: null }, { at: '2020-01-01T00:00:00.000Z' }])(
    'names a row whose column no longer says what its text says: %j',
    (changed) => {
      const rows = rowsOf(['a', 'b', 'c']);
      expect(check(change(rows, 1, changed), headOf(rows))).toEqual(['edited 2-2']);
    },
  );

  it('names what was deleted, in the middle and at the beginning', () => {
    fc.assert(
      fc.property(chainAndPlace, ({ rows, at }) => {
        expect(check([...rows.slice(0, at), ...rows.slice(at + 1)], headOf(rows))).toEqual([
          `deleted ${at + 1}-${at + 1}`,
        ]);
        expect(check(rows.slice(at), headOf(rows))).toEqual([`deleted 1-${at}`]);
      }),
    );
  });

  it('names a tail that was cut', () => {
    fc.assert(
      fc.property(chainAndPlace, ({ rows, at }) => {
        expect(check(rows.slice(0, at), headOf(rows))).toEqual([`cut tail ${at + 1}-${rows.length}`]);
      }),
    );
  });

  it('names two entries that changed places, with or without their hashes', () => {
    const places = texts.chain((list) =>
      fc.record({
        rows: fc.constant(rowsOf(list)),
        pair: fc.uniqueArray(fc.nat(list.length - 1), { minLength: 2, maxLength: 2 }),
      }),
    );
    fc.assert(
      fc.property(places, fc.boolean(), ({ rows, pair }, hashes) => {
        const [a = 0, b = 1] = pair.toSorted((one, other) => one - other);
        const moved = (row: ChainRow | undefined) => {
          const { seq: _, hash, ...rest } = row ?? rowsOf(['x'])[0] ?? { seq: 0, hash: '' };
          return hashes ? { ...rest, hash } : rest;
        };
        const swapped = change(change(rows, a, moved(rows[b])), b, moved(rows[a]));
        const found = check(swapped, headOf(rows));
        expect(found[0]).toBe(`swapped ${a + 1}-${b + 1}`);
        expect(found.slice(1)).toEqual(hashes && b === rows.length - 1 ? [`forged ${rows.length}-${rows.length}`] : []);
      }),
    );
  });

  it('names forged entries: made-up hashes, an append past the head, a chain without head', () => {
    const rows = rowsOf(['a', 'b', 'c', 'd']);
    const madeUp = change(rows, 1, { hash: 'ab'.repeat(32), entry: '{}' });
    expect(check(madeUp, headOf(rows))).toEqual(['forged 2-3']);
    expect(check(rows, rows[2])).toEqual(['forged 4-4']);
    expect(check(rows, undefined)).toEqual(['forged 1-4']);
  });

  it('names a history rewritten with all its hashes, and an older backup, by heads exported before', () => {
    const rows = rowsOf(['a', 'b', 'c', 'd']);
    const rewritten = rowsOf(['a', 'x', 'c', 'd']);
    expect(check(rewritten, headOf(rewritten), rows[2])).toEqual(['forged 1-3']);
    expect(check(rows.slice(0, 2), rows[1], headOf(rows))).toEqual(['restored older backup 3-4']);
    expect(check([], undefined, headOf(rows))).toEqual(['restored older backup 1-4']);
  });
});
