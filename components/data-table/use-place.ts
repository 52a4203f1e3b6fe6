'use client';

import { type RefObject, useEffect, useRef } from 'react';
import type { ListName } from '@/lib/domain/lists';
import { leftAt, rememberLeft } from './remember';

type Given = {
  list: ListName;
  address: string;
  stamp: string;
  body: RefObject<HTMLTableSectionElement | null>;
};

/** Keeps the row that has the focus, so that whoever comes Back goes on from there by the keyboard. */
export function usePlace({ list, address, stamp, body }: Given): void {
  const opened = useRef(false);

  useEffect(() => {
    const rows = body.current;
    if (!rows) return;
    const left = opened.current ? null : leftAt(list, address, stamp);
    opened.current = true;
    const row = left?.row === undefined ? undefined : rows.rows[left.row];
    row?.querySelector<HTMLElement>('a[data-row]')?.focus({ preventScroll: true });
    const focus = ({ target }: Event) => {
      const here = target instanceof Element ? target.closest('tr') : null;
      const at = here ? [...rows.rows].indexOf(here) : -1;
      if (at >= 0) rememberLeft(list, { address, stamp, row: at });
    };
    rows.addEventListener('focusin', focus);
    return () => rows.removeEventListener('focusin', focus);
  }, [list, address, stamp, body]);
}
