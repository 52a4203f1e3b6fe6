import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNif, nifCheckDigit } from './nif';

const eightDigits = fc.integer({ min: 0, max: 99_999_999 }).map((n) => String(n).padStart(8, '0'));

describe('the check digit of a NIF', () => {
  it('accepts known numbers and refuses their neighbours', () => {
    // Published ones: the tax authority (600084779) and the Lisbon municipality (500051070).
    for (const nif of ['600084779', '500051070', '123456789']) expect(isNif(nif), nif).toBe(true);
    for (const nif of ['600084778', '500051071', '123456780', '12345678', '1234567890', 'PT500051070', '']) {
      expect(isNif(nif), nif).toBe(false);
    }
  });

  it('makes exactly one ninth digit right for any eight', () => {
    fc.assert(
      fc.property(eightDigits, (eight) => {
        const right = [...'0123456789'].filter((digit) => isNif(eight + digit));
        expect(right).toEqual([String(nifCheckDigit(eight))]);
      }),
    );
  });

  it('notices a change of any single digit among the first eight, but for what folds to the digit 0', () => {
    fc.assert(
      fc.property(eightDigits, fc.nat(7), fc.integer({ min: 1, max: 9 }), (eight, place, step) => {
        const changed = (Number(eight[place]) + step) % 10;
        const other = eight.slice(0, place) + changed + eight.slice(place + 1);
        // Remainders 0 and 1 share the digit 0 by law, so two numbers may agree on it, and on nothing else.
        if (nifCheckDigit(eight) === nifCheckDigit(other)) expect(nifCheckDigit(eight)).toBe(0);
      }),
    );
  });
});
