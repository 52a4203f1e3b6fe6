import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errorCodeList } from './errors';
import { newId } from './ids';
import { operationFields, operationPageSchema, type RawParams, readOperationPage } from './operation-filter';

const today = '2026-11-24';
const read = (params: RawParams) => readOperationPage(params, today);
const service = newId();

describe('the operations filter in the address', () => {
  it('takes the last 90 local days, newest first, without tests, when nothing is said', () => {
    const { page, notes } = read({});
    expect(page).toMatchObject({
      from: '2026-08-27',
      to: today,
      types: ['DOCUMENT', 'HASH'],
      sort: 'newest',
      size: 50,
    });
    expect(notes).toEqual([]);
  });

  it('reads lists joined by commas and repeated names alike', () => {
    expect(read({ status: 'FAILED,CANCELLED' }).page.statuses).toEqual(['FAILED', 'CANCELLED']);
    expect(read({ status: ['FAILED', 'CANCELLED'] }).page.statuses).toEqual(['FAILED', 'CANCELLED']);
  });

  it('keeps what it knows of a list and leaves a note for the rest', () => {
    const { page, notes } = read({ type: 'TEST,INVOICE' });
    expect(page.types).toEqual(['TEST']);
    expect(notes).toEqual([{ field: 'type', reason: 'unknown' }]);
  });

  it.each([
    ['service', 'not-an-id'],
    ['from', '2026-02-30'],
    ['to', '0000-01-01'],
    ['reference', 'a\u0000b'],
    ['error', '2.2'],
    ['error', '2.2.0,2.1.0'],
    ['sort', 'sideways'],
    ['after', '018f0000-0000-4000-8000-000000000000'],
    ['size', '7'],
  ])('falls back and says so when %s is %j', (field, value) => {
    expect(read({ [field]: value }).notes).toEqual([{ field, reason: 'unknown' }]);
  });

  it.each(errorCodeList)('takes the error %s', (error) => {
    expect(read({ status: 'FAILED', error })).toMatchObject({ page: { statuses: ['FAILED'], error }, notes: [] });
  });

  it('asks for no error when none is said, and keeps the days to 90 when one is', () => {
    expect(read({}).page.error).toBeNull();
    expect(read({ error: '2.2.0', from: '2025-01-01', to: today }).notes).toEqual([{ field: 'from', reason: 'cut' }]);
  });

  it('says that two characters are too few to look for inside names', () => {
    expect(read({ document: 'ab' })).toMatchObject({
      page: { document: null },
      notes: [{ field: 'document', reason: 'short' }],
    });
  });

  it('cuts a long range to 90 days unless a service or a reference keeps the list short', () => {
    const range = { from: '2025-01-01', to: '2026-11-24' };
    expect(read(range)).toMatchObject({ page: { from: '2026-08-27', to: today }, notes: [{ reason: 'cut' }] });
    expect(read({ ...range, service })).toMatchObject({ page: range, notes: [] });
    expect(read({ ...range, reference: 'FT 2026' })).toMatchObject({ page: range, notes: [] });
  });

  it('keeps the one end that was given', () => {
    expect(read({ to: '2026-03-31' }).page).toMatchObject({ from: '2026-01-01', to: '2026-03-31' });
    expect(read({ from: '2026-11-01' }).page).toMatchObject({ from: '2026-11-01', to: today });
    expect(read({ from: '2026-01-01' }).page).toMatchObject({ from: '2026-01-01', to: '2026-03-31' });
  });

  it('takes the usual days when the range ends before it begins', () => {
    expect(read({ from: '2026-11-02', to: '2026-11-01' })).toMatchObject({
      page: { from: '2026-08-27', to: today },
      notes: [{ field: 'from', reason: 'reversed' }],
    });
  });

  it('never fails, and what it gives is always valid input of the verb', () => {
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('FAILED', '2.2.0', service, '2026-01-01', '2000-01-02', 'oldest', ''),
    );
    const params = fc.dictionary(fc.constantFrom(...operationFields), fc.oneof(value, fc.array(value)));
    fc.assert(fc.property(params, (given) => operationPageSchema.safeParse(read(given).page).success));
  });
});
