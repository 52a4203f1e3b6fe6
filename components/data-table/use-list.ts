'use client';

import { useCallback, useEffect, useRef } from 'react';
import { dataParams } from '@/lib/domain/list-view';
import { href } from '@/lib/paths';
import { fetchAnswer, useAnswers } from './answers';
import type { ListAnswer, ListDeclaration, ListProps, ListRow, TotalOf } from './declaration';
import { filterOnly, firstPage, type ListQuery } from './query';
import { rememberAddress } from './remember';
import { useAddress } from './use-address';

/** Height of the header that stays at the top, in pixels. */
const barHeight = 48;

/** What a list shows for the address, and the ways to another address. */
export function useList<R extends ListRow, A extends ListAnswer<R>>(
  of: Pick<ListDeclaration<R, A>, 'list' | 'address'>,
  opened: ListProps<A>['opened'],
) {
  const [query, go] = useAddress(of.list, of.address.page);
  const box = useRef<HTMLDivElement>(null);
  const totals = useRef(new Map<string, TotalOf<A>>());
  const dataAddress = useCallback(
    (asked: ListQuery) => href(of.address.data(dataParams(of.list, asked))),
    [of.list, of.address],
  );
  const filterKey = dataAddress(filterOnly(query));
  const isFirst = !query.after && !query.before;
  const load = useCallback(
    (address: string, signal: AbortSignal) => {
      const known = !isFirst && totals.current.has(filterKey);
      const joint = address.includes('?') ? '&' : '?';
      return fetchAnswer<A>(known ? `${address}${joint}total=known` : address, signal);
    },
    [filterKey, isFirst],
  );
  const address = dataAddress(query);
  const answers = useAnswers({ address, opened, load });
  const { answer, waiting, again, seen } = answers;
  if (answer.total && !waiting) totals.current.set(filterKey, answer.total as TotalOf<A>);
  const total = (answer.total as TotalOf<A> | null) ?? totals.current.get(filterKey) ?? null;

  useEffect(() => rememberAddress(of.list, of.address.page(query)), [of, query]);

  const turn = (changed: ListQuery) => {
    const to = dataAddress(changed);
    // The first page is where new rows appear, so it is read anew.
    if (!changed.after && !changed.before) seen.delete(to);
    if (of.address.page(changed) === of.address.page(query)) again();
    else {
      go(changed);
      if (to === address) again();
    }
    // A shallow change keeps the scroll: without this the next page would be seen from its end.
    if ((box.current?.getBoundingClientRect().top ?? 0) < barHeight) box.current?.scrollIntoView();
  };
  return {
    ...answers,
    query,
    go,
    turn,
    total,
    filterKey,
    address,
    isFirst,
    box,
    search: (q: ListQuery) => turn(firstPage(q)),
  };
}
