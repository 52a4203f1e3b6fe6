import type { ListAnswer, ListRow } from './declaration';
import type { Filter } from './filters';
import { type ListQuery, listOf } from './query';

/** The query as the server understood it: what it left out is gone, days that it cut are those that it took. */
export function understood<R extends ListRow>(
  query: ListQuery,
  { notes, page }: ListAnswer<R>,
  filters: readonly Filter[],
): ListQuery {
  const taken: Readonly<Record<string, unknown>> = page;
  const changed: Record<string, string | null> = {};
  for (const { field, reason } of notes) {
    const filter = filters.find((each) => each.field === field);
    if (reason === 'cut') Object.assign(changed, { from: page.from ?? null, to: page.to ?? null });
    else if (reason === 'reversed') Object.assign(changed, { from: null, to: null });
    else if (reason === 'unseen') changed[field] = typeof taken[field] === 'string' ? taken[field] : null;
    else if (filter?.kind === 'checks') changed[field] = knownOf(query[field], filter.options);
    else changed[field] = null;
  }
  return { ...query, ...changed };
}

function knownOf(text: string | null | undefined, options: readonly (readonly [string, string])[]): string | null {
  return (
    listOf(text)
      .filter((value) => options.some(([known]) => known === value))
      .join(',') || null
  );
}
