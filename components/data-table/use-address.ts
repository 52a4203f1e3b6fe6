'use client';

import { useSearchParams } from 'next/navigation';
import { useCallback, useMemo } from 'react';
import type { ListName } from '@/lib/domain/lists';
import { href } from '@/lib/paths';
import { type ListQuery, readQuery } from './query';

/**
 * The list's part of the address as its state. A change is an entry of the browser's history that loads no page:
 * Next follows `history.pushState` by itself.
 */
export function useAddress(list: ListName, pageOf: (query: ListQuery) => string) {
  const params = useSearchParams();
  const query = useMemo(() => readQuery(list, (field) => params.getAll(field).join(',')), [list, params]);
  const go = useCallback(
    (changed: ListQuery, how: 'push' | 'replace' = 'push') => {
      window.history[`${how}State`](null, '', href(pageOf(changed)));
    },
    [pageOf],
  );
  return [query, go] as const;
}
