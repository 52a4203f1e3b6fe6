'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useEffect, useRef } from 'react';
import { Icon } from '@/components/icons/icon';
import { useFormat } from '@/lib/format/use-format';

export type Column = {
  readonly id: string;
  readonly label: string;
  /** Numbers stand right. */
  readonly num?: boolean;
  /** Classes of head and cells that say from which width on there is room for it. */
  readonly room?: string | undefined;
  readonly sort?: { readonly direction: 'ascending' | 'descending'; readonly toggle: () => void };
  /** Its head is for screen readers only. */
  readonly silent?: boolean;
};

const classOf = ({ num, room }: Column) => [num && 'num', room].filter(Boolean).join(' ') || undefined;

/**
 * The one list table: real heads, one delegated handler for all rows. A row holds a link marked `data-row` (its address
 * for the router); a click anywhere in the row follows it, with a modifier or the middle button in a new tab.
 */
export function DataTable({
  caption,
  columns,
  busy = false,
  children,
}: {
  caption: string;
  columns: readonly Column[];
  busy?: boolean;
  children: ReactNode;
}) {
  const router = useRouter();
  const format = useFormat();

  const body = useRef<HTMLTableSectionElement>(null);

  useEffect(() => {
    const rows = body.current;
    const open = (event: MouseEvent) => openRow(event, router.push);
    // The reading in UTC is written when somebody asks for it, not for every row.
    const explain = ({ target }: Event) => {
      const time = target instanceof Element ? target.closest('time') : null;
      if (time && !time.title) time.title = format.tooltip(time.dateTime);
    };
    rows?.addEventListener('click', open);
    rows?.addEventListener('auxclick', open);
    rows?.addEventListener('pointerover', explain);
    return () => {
      rows?.removeEventListener('click', open);
      rows?.removeEventListener('auxclick', open);
      rows?.removeEventListener('pointerover', explain);
    };
  }, [router, format]);

  return (
    <table className="t cards" aria-busy={busy}>
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.id} scope="col" className={classOf(column)} aria-sort={column.sort?.direction}>
              <Head column={column} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body}>{children}</tbody>
    </table>
  );
}

/** Follows the row's link, or the marked link under the pointer; other links and buttons act by themselves. */
function openRow(event: MouseEvent, push: (path: string) => void): void {
  const target = event.target instanceof Element ? event.target : null;
  const link = target?.closest('tr')?.querySelector<HTMLAnchorElement>('a[data-row]');
  const pressed = target?.closest('a, button, input');
  const path = (pressed ?? link)?.getAttribute('data-row');
  if (!link || !path || event.button > 1 || window.getSelection()?.toString()) return;
  const newTab = event.button === 1 || event.ctrlKey || event.metaKey || event.shiftKey;
  // A link under the pointer knows by itself how to open a new tab.
  if (newTab && pressed) return;
  event.preventDefault();
  if (newTab) window.open(link.href, '_blank', 'noopener');
  else push(path);
}

function Head({ column }: { column: Column }) {
  if (column.silent) return <span className="sr-only">{column.label}</span>;
  if (!column.sort) return column.label;
  return (
    <button type="button" onClick={column.sort.toggle}>
      {column.label}
      <Icon name={column.sort.direction === 'descending' ? 'sortdown' : 'sortup'} small />
    </button>
  );
}

/** Rows without words in the final geometry. */
export function BoneRows({ rows, columns }: { rows: number; columns: readonly Column[] }) {
  const keys = Array.from({ length: rows }, (_, row) => `bone-${row}`);
  return keys.map((key) => (
    <tr key={key}>
      {columns.map((column, index) => (
        <td key={column.id} className={[classOf(column), index < 4 ? `p${index + 1}` : ''].filter(Boolean).join(' ')}>
          <span className="bone h-3 w-3/4" />
        </td>
      ))}
    </tr>
  ));
}
