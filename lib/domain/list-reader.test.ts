import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newId } from './ids';
import { periods, rangeOfPeriod } from './list-periods';
import { longestText, type RawParams } from './list-reader';
import { readOperationPage } from './operation-filter';

const today = '2026-11-26';
const read = (params: RawParams) => readOperationPage(params, today);

describe('a search text in the address', () => {
  it.each([
    ['10,000 characters', 'x'.repeat(10_000), 'long'],
    ['NUL', 'FT\u0000 2026', 'unknown'],
    ['a lone surrogate', 'FT \ud800', 'unknown'],
    ['a line break inside', 'FT\n2026', 'unknown'],
  ])('with %s is left out, and a note says why', (_, reference, reason) => {
    expect(read({ reference })).toMatchObject({ page: { reference: null }, notes: [{ field: 'reference', reason }] });
  });

  it.each(['100%', 'a_b', 'c:\\faturas', "O'Neill", '<b>', '🧾🧾🧾', 'شركة'])('may be %j', (document) => {
    expect(read({ document })).toMatchObject({ page: { document }, notes: [] });
  });

  it('loses marks that nobody sees, and says so', () => {
    expect(read({ reference: '\u202EFT\u200F 2026/1\u200B' })).toMatchObject({
      page: { reference: 'FT 2026/1' },
      notes: [{ field: 'reference', reason: 'unseen' }],
    });
    expect(read({ document: '\u200F\u200F\u200Fab' }).notes).toEqual([
      { field: 'document', reason: 'unseen' },
      { field: 'document', reason: 'short' },
    ]);
  });

  it('is never longer than can be searched for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', size: 'max', maxLength: 260 }), (text) => {
        const { reference } = read({ reference: text }).page;
        return reference === null || (reference.length <= longestText && !/\p{Cs}/u.test(reference));
      }),
    );
  });
});

describe('the days of a list', () => {
  it.each([
    ['today', '2026-11-26', '2026-11-26'],
    ['yesterday', '2026-11-25', '2026-11-25'],
    ['since-yesterday', '2026-11-25', '2026-11-26'],
    ['last-7-days', '2026-11-20', '2026-11-26'],
    ['last-30-days', '2026-10-28', '2026-11-26'],
    ['last-90-days', '2026-08-29', '2026-11-26'],
    ['this-month', '2026-11-01', '2026-11-26'],
    ['last-month', '2026-10-01', '2026-10-31'],
  ])('%s stays relative: from %s to %s on this day', (period, from, to) => {
    expect(read({ period })).toMatchObject({ page: { from, to }, notes: [] });
  });

  it('means another day tomorrow', () => {
    expect(readOperationPage({ period: 'yesterday' }, '2027-03-01').page).toMatchObject({ from: '2027-02-28' });
  });

  it('gives way to days that are named beside it', () => {
    expect(read({ period: 'today', from: '2026-11-01', to: '2026-11-02' })).toMatchObject({
      page: { from: '2026-11-01', to: '2026-11-02' },
      notes: [{ field: 'period', reason: 'twice' }],
    });
  });

  it('are the usual ones when the period is none', () => {
    expect(read({ period: 'last-year' })).toMatchObject({
      page: { from: '2026-08-29' },
      notes: [{ field: 'period', reason: 'unknown' }],
    });
  });

  it('begin and end in order, and are never more than 90, whatever the day', () => {
    const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.constantFrom(...periods), day, (period, date) => {
        const { from, to } = rangeOfPeriod(period, date.toISOString().slice(0, 10));
        const count = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
        return count >= 1 && count <= 90;
      }),
    );
  });
});

describe('the page of a list', () => {
  it.each(['1000000', '0', '-50', '50.5', 'all'])('has a size that we offer, not %s', (size) => {
    expect(read({ size })).toMatchObject({ page: { size: 50 }, notes: [{ field: 'size', reason: 'unknown' }] });
  });

  it('takes a place whose row may be gone', () => {
    const after = newId();
    expect(read({ after })).toMatchObject({ page: { after }, notes: [] });
  });

  it('goes forward when it is asked to go both ways', () => {
    const [after, before] = [newId(), newId()];
    expect(read({ after, before }).page).toMatchObject({ after, before: null });
  });
});
