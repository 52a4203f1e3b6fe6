'use client';

import { type RefObject, useEffect, useState } from 'react';
import type { ListName } from '@/lib/domain/lists';
import { leftAt, rememberLeft } from './remember';

type Given = {
  list: ListName;
  /** Names the page of the list that is shown. */
  address: string;
  /** Names the rendering of the server: Back shows the same one again. */
  stamp: string;
  ids: readonly string[];
  body: RefObject<HTMLTableSectionElement | null>;
};

const none: ReadonlySet<string> = new Set();
const boxesOf = (body: HTMLElement) => [...body.querySelectorAll<HTMLInputElement>('td.sel > input')];
const headOf = (body: HTMLElement) => body.closest('table')?.querySelector<HTMLInputElement>('th.sel > input');

/**
 * The rows that are selected on this page. The checkboxes belong to the browser: one handler for all, and no row is
 * drawn anew when one of them changes. What is selected comes back with its page.
 */
export function useSelection({ list, address, stamp, ids, body }: Given) {
  const [selected, setSelected] = useState(none);

  useEffect(() => {
    const left = leftAt(list, address, stamp)?.selected ?? [];
    setSelected(left.length > 0 ? new Set(left) : none);
  }, [list, address, stamp]);

  useEffect(() => {
    const rows = body.current;
    const table = rows?.closest('table');
    if (!rows || !table) return;
    const change = ({ target }: Event) => {
      if (!(target instanceof HTMLInputElement)) return;
      const boxes = boxesOf(rows);
      const chosen =
        target === headOf(rows) ? ids.filter(() => target.checked) : ids.filter((_, index) => boxes[index]?.checked);
      setSelected(new Set(chosen));
      rememberLeft(list, { address, stamp, selected: chosen });
    };
    table.addEventListener('change', change);
    return () => table.removeEventListener('change', change);
  }, [list, address, stamp, ids, body]);

  useEffect(() => {
    const rows = body.current;
    if (!rows) return;
    boxesOf(rows).forEach((box, index) => {
      box.checked = selected.has(ids[index] ?? '');
    });
    const head = headOf(rows);
    if (!head) return;
    head.checked = ids.length > 0 && ids.every((id) => selected.has(id));
    head.indeterminate = selected.size > 0 && !head.checked;
  }, [selected, ids, body]);

  const clear = () => {
    setSelected(none);
    rememberLeft(list, { address, stamp, selected: [] });
  };
  return { selected, clear };
}
