'use client';

import { useRouter } from 'next/navigation';
import { type RefObject, useEffect } from 'react';
import { Icon } from '@/components/icons/icon';
import { useFormat } from '@/lib/format/use-format';
import { pathOf } from '@/lib/paths';
import { type Column, headClass } from './columns';

type Props<R> = {
  caption: string;
  columns: readonly Column<R>[];
  /** The value of `sort` that holds. */
  sort: string;
  reorder: (sort: string) => void;
  words: { selectPage: string; actions: string };
  body: RefObject<HTMLTableSectionElement | null>;
  busy: boolean;
  /** The rows as HTML (markup.ts): they live by the handlers of the table alone. */
  rows: string;
};

/**
 * The one list table: real heads, one delegated handler for all rows, which come as HTML from markup.ts, every text
 * escaped there (the one place where biome.json lets HTML in). A row holds a link marked `data-row`; a click anywhere in the row follows it, with a modifier or the middle button in a new tab.
 */
export function DataTable<R>({ caption, columns, sort, reorder, words, body, busy, rows: html }: Props<R>) {
  const router = useRouter();
  const format = useFormat();

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
  }, [router, format, body]);

  return (
    <table className="t cards" aria-busy={busy}>
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col" className="sel">
            <input type="checkbox" aria-label={words.selectPage} />
          </th>
          {columns.map((column) => (
            <th key={column.id} scope="col" className={headClass(column)} aria-sort={directionOf(column, sort)}>
              <Head column={column} sort={sort} reorder={reorder} />
            </th>
          ))}
          <th scope="col">
            <span className="sr-only">{words.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody ref={body} dangerouslySetInnerHTML={{ __html: html }} />
    </table>
  );
}

/** Follows the row's link, or the marked link under the pointer; other links and buttons act by themselves. */
function openRow(event: MouseEvent, push: (path: string) => void): void {
  const target = event.target instanceof Element ? event.target : null;
  const pressed = target?.closest('a, button, input');
  // Beside a checkbox means the checkbox.
  const beside = pressed ? null : target?.closest('.sel')?.querySelector('input');
  if (beside) {
    beside.click();
    return;
  }
  const link = target?.closest('tr')?.querySelector<HTMLAnchorElement>('a[data-row]');
  const marked = pressed ?? link;
  if (!link || !marked?.hasAttribute('data-row') || event.button > 1 || window.getSelection()?.toString()) return;
  const newTab = event.button === 1 || event.ctrlKey || event.metaKey || event.shiftKey;
  // A link under the pointer knows by itself how to open a new tab.
  if (newTab && pressed) return;
  event.preventDefault();
  if (newTab) window.open(link.href, '_blank', 'noopener');
  else push(pathOf(link.pathname));
}

function directionOf<R>({ sort: by }: Column<R>, sort: string): 'ascending' | 'descending' | undefined {
  if (sort === by?.descending) return 'descending';
  return sort === by?.ascending ? 'ascending' : undefined;
}

function Head<R>({ column, sort, reorder }: { column: Column<R>; sort: string; reorder: (sort: string) => void }) {
  const { label, sort: by } = column;
  if (!by) return label;
  const direction = directionOf(column, sort);
  return (
    <button type="button" onClick={() => reorder(direction === 'descending' ? by.ascending : by.descending)}>
      {label}
      {direction ? (
        <Icon name={direction === 'descending' ? 'sortdown' : 'sortup'} small />
      ) : (
        <Icon name="sort" small />
      )}
    </button>
  );
}
