import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isIndexed, textMatchOf } from './text-match';

const word = fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => text === text.trim() && text !== '');

describe('a text to look for', () => {
  it('is the whole field after =, its beginning after ^', () => {
    fc.assert(
      fc.property(word, (text) => {
        expect(textMatchOf(`=${text}`)).toEqual({ mode: 'exact', text });
        expect(textMatchOf(`^ ${text}`)).toEqual({ mode: 'prefix', text });
      }),
    );
  });

  it('may stand anywhere otherwise, from three characters on', () => {
    fc.assert(
      fc.property(
        word.filter((text) => !/^[=^]/.test(text)),
        (text) => {
          expect(textMatchOf(text)).toEqual([...text].length < 3 ? null : { mode: 'contains', text });
        },
      ),
    );
  });

  it('is nothing when only the sign is there', () => {
    expect([textMatchOf('='), textMatchOf('^ '), textMatchOf('')]).toEqual([null, null, null]);
  });

  it('is found by the index when it has three letters or digits in a row', () => {
    const found = ['FT_', 'ção', '2026A/9', 'a/2', '20-', '100%'].filter((text) =>
      isIndexed({ mode: 'contains', text }),
    );
    expect(found).toEqual(['ção', '2026A/9', '100%']);
  });
});
