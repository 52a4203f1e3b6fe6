import { listFields } from '@/lib/domain/list-view';
import { type ListName, lists, placeFields } from '@/lib/domain/lists';

/** What the address of a list holds, as text, in the address' order: the server reads it, the browser only carries it. */
export type ListQuery = Readonly<Record<string, string | null>>;

/** The list's own parameters of an address. */
export function readQuery(list: ListName, read: (field: string) => string | null | undefined): ListQuery {
  return Object.fromEntries(listFields(list).map((field) => [field, read(field) || null]));
}

const without = (query: ListQuery, fields: readonly string[]): ListQuery =>
  Object.fromEntries(Object.entries(query).map(([field, value]) => [field, fields.includes(field) ? null : value]));

/** The first page of the same filter, in the same order and size. */
export const firstPage = (query: ListQuery): ListQuery => without(query, placeFields);

const shape = ['sort', 'columns', 'size', 'view', ...placeFields];
/** The filter alone: what the total depends on. */
export const filterOnly = (query: ListQuery): ListQuery => without(query, shape);

/** Order, size and columns stay when the filters are cleared; `plain` names the list that opens then, where it must be said. */
export function withoutFilters(list: ListName, query: ListQuery, plain: string | null): ListQuery {
  return { ...without(query, [...lists[list].filters, 'period', 'from', 'to', ...placeFields]), view: plain };
}

export const narrows = (query: ListQuery): boolean => Object.values(filterOnly(query)).some((value) => value !== null);

export const listOf = (text: string | null | undefined): string[] =>
  (text ?? '').split(',').filter((each) => each !== '');
