import { parseAsString } from 'nuqs';
import type { OperationsAnswer } from '@/lib/services/operations/schemas';

/** What the address of the list holds, as text: the server reads it, the browser only carries it. */
export const queryParsers = {
  service: parseAsString,
  issuer: parseAsString,
  partner: parseAsString,
  status: parseAsString,
  type: parseAsString,
  source: parseAsString,
  error: parseAsString,
  reference: parseAsString,
  document: parseAsString,
  period: parseAsString,
  from: parseAsString,
  to: parseAsString,
  sort: parseAsString,
  columns: parseAsString,
  view: parseAsString,
  after: parseAsString,
  before: parseAsString,
  size: parseAsString,
};

export type QueryField = keyof typeof queryParsers;
export type ListQuery = Readonly<Record<QueryField, string | null>>;

const emptyQuery: ListQuery = {
  service: null,
  issuer: null,
  partner: null,
  status: null,
  type: null,
  source: null,
  error: null,
  reference: null,
  document: null,
  period: null,
  from: null,
  to: null,
  sort: null,
  columns: null,
  view: null,
  after: null,
  before: null,
  size: null,
};

/** The first page of the same filter, in the same order and size. */
export const firstPage = (query: ListQuery): ListQuery => ({ ...query, after: null, before: null });

/** The filter alone: what the total depends on. */
export const filterOnly = (query: ListQuery): ListQuery => ({ ...firstPage(query), sort: null, size: null });

/** Order and size stay when the filters are cleared. */
export const withoutFilters = ({ sort, size }: ListQuery): ListQuery => ({ ...emptyQuery, sort, size });

export const listOf = (text: string | null): string[] => (text ?? '').split(',').filter((each) => each !== '');

/** The query as the server understood it: what it left out is gone, days that it cut are those that it took. */
export function understood(query: ListQuery, { notes, page }: OperationsAnswer): ListQuery {
  const changed: Partial<Record<QueryField, string | null>> = {};
  for (const { field, reason } of notes) {
    if (reason === 'cut') Object.assign(changed, { from: page.from, to: page.to });
    else if (reason === 'reversed') Object.assign(changed, { from: null, to: null });
    else if (field === 'status') changed.status = page.statuses.join(',') || null;
    else if (field === 'source') changed.source = page.sources.join(',') || null;
    else changed[field] = null;
  }
  return { ...query, ...changed };
}
