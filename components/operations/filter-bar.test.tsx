import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { afterEach, expect, it, vi } from 'vitest';
import { operationSources, operationStatuses, operationTypes } from '@/lib/domain/operation';
import { countedTypes } from '@/lib/domain/operation-filter';
import { en } from '@/lib/i18n/messages/en';
import { FilterBar } from './filter-bar';
import { type ListQuery, queryParsers, withoutFilters } from './query';
import { useWords } from './words';

const vocabulary = { statuses: operationStatuses, types: operationTypes, sources: operationSources, countedTypes };
const options = { services: [], issuers: [], partners: [], more: { services: false, issuers: false, partners: false } };
const nothing = Object.fromEntries(Object.keys(queryParsers).map((field) => [field, null])) as ListQuery;

afterEach(cleanup);

type Acts = { search: (query: ListQuery) => void; clear: () => void };

function Bar({ query, ...acts }: Acts & { query: ListQuery }) {
  const words = useWords(vocabulary, options);
  const shown = { from: '2026-11-01', to: '2026-11-25' };
  return <FilterBar {...{ query, shown, options, words, ...acts }} today="2026-11-25" usualDays={90} />;
}

function show(query: Partial<ListQuery>) {
  const search = vi.fn<Acts['search']>();
  const { operations, vocabulary: names } = en;
  render(
    <NextIntlClientProvider locale="en-GB" timeZone="Europe/Lisbon" messages={{ operations, vocabulary: names }}>
      <Bar query={{ ...nothing, ...query }} search={search} clear={() => {}} />
    </NextIntlClientProvider>,
  );
  return search;
}

it('says which error the list is narrowed to, and × takes it away', () => {
  const search = show({ status: 'FAILED', error: '2.2.0' });
  expect(screen.getByText('with error')).toBeDefined();
  expect(screen.getByRole('button', { name: /^Error: ?2\.2\.0 CA unreachable$/ })).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: 'Remove Error' }));
  expect(search).toHaveBeenCalledExactlyOnceWith({ ...nothing, status: 'FAILED' });
});

it('takes an error into the sentence by its name', () => {
  const search = show({});
  fireEvent.click(screen.getByRole('button', { name: 'Add filter' }));
  fireEvent.click(screen.getByRole('button', { name: 'Error' }));
  fireEvent.change(screen.getByRole('searchbox', { name: 'Find by name' }), { target: { value: 'exhausted' } });
  fireEvent.click(screen.getByRole('button', { name: 'CA usage exhausted 2.1.3' }));
  fireEvent.click(screen.getByRole('button', { name: 'Search' }));
  expect(search).toHaveBeenCalledExactlyOnceWith({ ...nothing, error: '2.1.3' });
});

it('is gone when the filters are cleared', () => {
  expect(withoutFilters({ ...nothing, error: '2.2.0', size: '25' })).toEqual({ ...nothing, size: '25' });
});
