import { describe, expect, it } from 'vitest';
import { shownColumns } from './columns';
import { pasted } from './copy-rows';
import type { ListAnswer, ListRow } from './declaration';
import type { Filter } from './filters';
import { filterOnly, narrows, readQuery } from './query';
import { naming } from './rows';
import { understood } from './understood';
import { currentView, plainQuery, savedQuery } from './views';

const query = (given: Record<string, string>) => readQuery('operations', (field) => given[field]);

describe('the columns of a list', () => {
  const cell = () => '';
  const all = [
    { id: 'received', label: '', cell },
    { id: 'reference', label: '', cell, main: true },
    { id: 'size', label: '', cell, room: 'lo' },
    { id: 'error', label: '', cell, extra: true },
  ];
  const ids = (chosen: string[] | null) => shownColumns(all, chosen).map(({ id }) => id);

  it('are those that everybody gets until some are chosen; the row’s link stays', () => {
    expect(ids(null)).toEqual(['received', 'reference', 'size']);
    expect(ids(['error', 'size'])).toEqual(['reference', 'size', 'error']);
    expect(ids(['nonsense'])).toEqual(['reference']);
  });

  it('stay on a narrow desk when somebody chose them', () => {
    expect(shownColumns(all, null).find(({ id }) => id === 'size')?.room).toBe('lo');
    expect(shownColumns(all, ['size']).find(({ id }) => id === 'size')?.room).toBeUndefined();
  });
});

describe('the view that an address is', () => {
  const saved = [{ id: 'a', name: 'Failed', query: 'status=FAILED', isDefault: false, version: 1 }];
  const ready = [{ id: 'tests', label: 'Tests', query: { type: 'TEST' } }];
  const at = (given: Record<string, string>) => currentView('operations', query(given), ready, saved);

  it('is the one that it names, changed or not', () => {
    expect(at({ view: 'a', status: 'FAILED' })).toMatchObject({ kind: 'saved', changed: false });
    expect(at({ view: 'a', status: 'FAILED', after: 'x' })).toMatchObject({ kind: 'saved', changed: false });
    expect(at({ view: 'a', status: 'CANCELLED' })).toMatchObject({ kind: 'saved', changed: true });
  });

  it('is known by what it asks for, when it names none or somebody else’s', () => {
    expect(at({ status: 'FAILED' })).toMatchObject({ kind: 'saved', changed: false });
    expect(at({ type: 'TEST' })).toMatchObject({ kind: 'ready', view: { id: 'tests' } });
    expect(at({ view: 'theirs' })).toEqual({ kind: 'all' });
    expect(at({ view: 'theirs', status: 'CANCELLED' })).toEqual({ kind: 'none' });
  });

  it('is written with its name, and the plain list is named where a default would open', () => {
    expect(savedQuery('operations', { id: 'a', query: 'status=FAILED&sort=oldest' })).toEqual(
      query({ status: 'FAILED', sort: 'oldest', view: 'a' }),
    );
    expect(plainQuery('operations', saved)).toEqual(query({}));
    expect(plainQuery('operations', [{ id: 'a', name: '', query: '', isDefault: true, version: 1 }])).toEqual(
      query({ view: 'all' }),
    );
  });
});

describe('the query as the server understood it', () => {
  const filters: Filter[] = [
    { kind: 'checks', field: 'status', name: '', lead: '', any: '', options: [['FAILED', 'Failed']], several: String },
    { kind: 'text', field: 'reference', name: '', lead: '', any: '', shape: 'begins', help: '' },
  ];
  const answer = (notes: ListAnswer<ListRow>['notes'], page = {}) =>
    ({
      notes,
      page: { sort: 'newest', size: 50, ...page },
      rows: { rows: [], previous: false, next: false },
      total: null,
      now: 0,
    }) satisfies ListAnswer<ListRow>;

  it('keeps what was known of a list, loses what was left out', () => {
    const asked = query({ status: 'FAILED,NONSENSE', reference: 'x'.repeat(300), size: '7' });
    const notes = [
      { field: 'status', reason: 'unknown' },
      { field: 'reference', reason: 'long' },
      { field: 'size', reason: 'unknown' },
    ] as const;
    expect(understood(asked, answer(notes), filters)).toEqual(query({ status: 'FAILED' }));
  });

  it('shows the text without its unseen marks, and the days that were taken', () => {
    const asked = query({ reference: '\u200FFT', from: '2020-01-01', to: '2026-11-25' });
    const notes = [
      { field: 'reference', reason: 'unseen' },
      { field: 'from', reason: 'cut' },
    ] as const;
    const page = { reference: 'FT', from: '2026-08-28', to: '2026-11-25' };
    expect(understood(asked, answer(notes, page), filters)).toEqual(query(page));
  });
});

it('narrows by filters and days, neither by order nor by view', () => {
  expect(narrows(query({ sort: 'oldest', view: 'a', columns: 'received', size: '25', after: 'x' }))).toBe(false);
  expect(narrows(query({ period: 'today' }))).toBe(true);
  expect(filterOnly(query({ period: 'today', sort: 'oldest' }))).toEqual(query({ period: 'today' }));
});

it('copies no formula', () => {
  expect(['=1+1', '@x', '+x', '-x', '−1', '-12,5', ' FT\n2026 '].map(pasted)).toEqual([
    "'=1+1",
    "'@x",
    "'+x",
    "'-x",
    '−1',
    '-12,5',
    'FT 2026',
  ]);
});

it('writes a name into a message that was looked up once', () => {
  expect(['A', 'B'].map(naming((name) => `Open ${name} now`))).toEqual(['Open A now', 'Open B now']);
});
