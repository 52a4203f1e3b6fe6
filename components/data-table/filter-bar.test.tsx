import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { NextIntlClientProvider, useTranslations } from 'next-intl';
import { useState } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { useFormat } from '@/lib/format/use-format';
import { en } from '@/lib/i18n/messages/en';
import { FilterBar } from './filter-bar';
import type { Filter } from './filters';
import { type ListQuery, readQuery, withoutFilters } from './query';

const filters: Filter[] = [
  {
    kind: 'checks',
    field: 'status',
    name: 'Status',
    lead: 'with',
    any: 'any status',
    options: [
      ['COMPLETED', 'Completed'],
      ['FAILED', 'Failed'],
      ['CANCELLED', 'Cancelled'],
    ],
    several: (count) => `${count} statuses`,
  },
  {
    kind: 'checks',
    field: 'type',
    name: 'Type',
    lead: 'of type',
    any: 'document or hash',
    options: [
      ['DOCUMENT', 'Document'],
      ['HASH', 'Hash'],
      ['TEST', 'Test'],
    ],
    usual: ['DOCUMENT', 'HASH'],
    several: (count) => `${count} types`,
  },
  {
    kind: 'choice',
    field: 'error',
    name: 'Error',
    lead: 'with error',
    any: 'any error',
    unknown: 'an unknown error',
    folded: true,
    options: [
      ['2.1.3', 'CA usage exhausted', '2.1.3'],
      ['2.2.0', 'CA unreachable', '2.2.0'],
    ],
    say: ([code, name]) => `${code} ${name}`,
  },
  {
    kind: 'text',
    field: 'reference',
    name: 'Reference',
    lead: 'with',
    any: 'any',
    folded: true,
    shape: 'begins',
    help: 'x',
  },
  { kind: 'days', field: 'days', name: 'Received', lead: 'received', help: 'At most 90 days.' },
];
const nothing = readQuery('operations', () => null);

afterEach(cleanup);

type Search = (query: ListQuery) => void;

function Bar({ query, search }: { query: ListQuery; search: Search }) {
  const t = useTranslations('lists');
  const format = useFormat();
  const [open, setOpen] = useState<string | null>(null);
  const saying = { t, format, shown: { from: '2026-08-28', to: '2026-11-25' }, usualDays: 90 };
  const clear = () => search(withoutFilters('operations', query, null));
  return (
    <FilterBar {...{ filters, query, open, setOpen, search, saying, clear }} action="/operations" today="2026-11-25" />
  );
}

function show(query: Partial<ListQuery>) {
  const search = vi.fn<Search>();
  render(
    <NextIntlClientProvider locale="en-GB" timeZone="Europe/Lisbon" messages={{ lists: en.lists }}>
      <Bar query={{ ...nothing, ...query } as ListQuery} search={search} />
    </NextIntlClientProvider>,
  );
  return search;
}

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

it('says what narrows, and × takes it away at once', () => {
  const search = show({ status: 'FAILED', error: '2.2.0' });
  expect(screen.getByText('with error')).toBeDefined();
  expect(screen.getByRole('button', { name: /^Error: ?2\.2\.0 CA unreachable$/ })).toBeDefined();
  press('Remove Error');
  expect(search).toHaveBeenCalledExactlyOnceWith({ ...nothing, status: 'FAILED' });
});

it('takes a folded filter into the sentence, and waits for Search', async () => {
  const search = show({});
  press('Add filter');
  press('Error');
  fireEvent.click(await screen.findByRole('button', { name: 'CA usage exhausted 2.1.3' }));
  expect(search).not.toHaveBeenCalled();
  press('Search');
  expect(search).toHaveBeenCalledExactlyOnceWith({ ...nothing, error: '2.1.3' });
});

it('shows the usual types as chosen, and names types only where others are', async () => {
  const search = show({});
  press(/^Type:/);
  fireEvent.click(await screen.findByRole('checkbox', { name: 'Test' }));
  press('Search');
  expect(search).toHaveBeenLastCalledWith({ ...nothing, type: 'DOCUMENT,HASH,TEST' });
  press(/^Type:/);
  fireEvent.click(await screen.findByRole('checkbox', { name: 'Test' }));
  press('Search');
  expect(search).toHaveBeenLastCalledWith(nothing);
});

it('keeps a period relative, and gives it up for days that are named', async () => {
  const search = show({ period: 'last-month' });
  press(/^Received: ?last month$/);
  fireEvent.click(await screen.findByRole('button', { name: /^last 7 days/ }));
  press('Search');
  expect(search).toHaveBeenLastCalledWith({ ...nothing, period: 'last-7-days' });
  press(/^Received: ?last 7 days$/);
  fireEvent.change(await screen.findByLabelText('From'), { target: { value: '2026-11-01' } });
  press('Search');
  expect(search).toHaveBeenLastCalledWith({ ...nothing, from: '2026-11-01', to: '2026-11-25' });
});

it('clears everything but order, size and columns', () => {
  const search = show({
    status: 'FAILED',
    period: 'today',
    sort: 'oldest',
    size: '25',
    columns: 'received',
    after: 'x',
  });
  press('Clear filters');
  expect(search).toHaveBeenCalledExactlyOnceWith({ ...nothing, sort: 'oldest', size: '25', columns: 'received' });
});
