'use client';

import { useState } from 'react';
import { plainFor, viewParams, viewQuery } from '@/lib/domain/list-view';
import type { ListName } from '@/lib/domain/lists';
import type { KeptOfList, SavedView } from '@/lib/services/views/schemas';
import type { ReadyView } from './declaration';
import { type ListQuery, readQuery } from './query';

/** The view that the address is, if any. `changed`: it came from a saved view and asks for something else by now. */
export type Current =
  | { readonly kind: 'all' | 'none' }
  | { readonly kind: 'ready'; readonly view: ReadyView }
  | { readonly kind: 'saved'; readonly view: SavedView; readonly changed: boolean };

export function currentView(
  list: ListName,
  query: ListQuery,
  ready: readonly ReadyView[],
  saved: readonly SavedView[],
): Current {
  const text = viewQuery(list, query);
  const named = saved.find((view) => view.id === query.view);
  if (named) return { kind: 'saved', view: named, changed: named.query !== text };
  const alike = saved.find((view) => view.query === text);
  if (alike && text !== '') return { kind: 'saved', view: alike, changed: false };
  // Columns are the operator's own anyway: with others it is the same view.
  const asked = viewQuery(list, { ...query, columns: null });
  if (asked === '') return { kind: 'all' };
  const brought = ready.find((view) => viewQuery(list, view.query) === asked);
  return brought ? { kind: 'ready', view: brought } : { kind: 'none' };
}

/** The address of a saved view. */
export function savedQuery(list: ListName, { id, query }: Pick<SavedView, 'id' | 'query'>): ListQuery {
  const params = viewParams(list, query);
  return readQuery(list, (field) => (field === 'view' ? id : params[field]));
}

/** The address of a view that the product brings along. */
export const readyQuery = (list: ListName, { query }: ReadyView): ListQuery => readQuery(list, (field) => query[field]);

/** The address of the plain list. */
export const plainQuery = (list: ListName, saved: readonly SavedView[]): ListQuery =>
  readQuery(list, (field) => (field === 'view' ? plainFor(saved) : null));

/** What was answered last, by list: Back to an older rendering of the server must not bring back older views. */
const latest = new Map<ListName, { stamp: string; kept: KeptOfList }>();

/** What the operator keeps of the list: as the page brought it, or as the last action of this tab left it. */
export function useKept(list: ListName, sent: KeptOfList, stamp: string) {
  const [kept, setKept] = useState(() => {
    const known = latest.get(list);
    // Stamps are in the order of time.
    return known && known.stamp >= stamp ? known.kept : sent;
  });
  const put = (changed: KeptOfList) => {
    latest.set(list, { stamp, kept: changed });
    setKept(changed);
  };
  return [kept, put] as const;
}
