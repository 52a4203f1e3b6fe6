import type { ReactNode } from 'react';

/**
 * A column of a list. `cell` gives plain elements or text, never a component of its own for each row; words of a
 * vocabulary are looked up once for the list, not for every row.
 */
export type Column<R> = {
  /** Its name in the address, in exports and in lib/domain/lists. */
  readonly id: string;
  readonly label: string;
  readonly cell: (row: R) => ReactNode;
  /** Numbers stand right. */
  readonly num?: boolean;
  /** Classes of its cells: s second ink, q third ink, id for codes. */
  readonly look?: string;
  /** Classes of head and cells that say from which width on there is room for it; a chosen column always has room. */
  readonly room?: string;
  /** Place on the two-line card of a phone: 1 top left, 2 top right, 3 bottom left, 4 bottom right. */
  readonly card?: 1 | 2 | 3 | 4;
  /** Holds the row's link; always shown. */
  readonly main?: boolean;
  /** What the row's link says to screen readers, where its text alone names no row. */
  readonly say?: (row: R) => string;
  /** Comes only when it is chosen. */
  readonly extra?: boolean;
  /** Values of `sort` by which it orders; the address leaves out the usual one. */
  readonly sort?: { readonly descending: string; readonly ascending: string };
  /** Text at a pointer's rest. */
  readonly hint?: (row: R) => string;
};

type Choosable = { readonly id: string; readonly main?: boolean; readonly extra?: boolean };

/** Names of the columns that are shown, by what was chosen; null: those that everybody gets. */
export function shownIds(all: readonly Choosable[], chosen: readonly string[] | null): string[] {
  const shown = all.filter(({ id, main, extra }) => (chosen ? main || chosen.includes(id) : !extra));
  return shown.map(({ id }) => id);
}

/** The columns that are shown: what the address names, else what the operator keeps, else what everybody gets. */
export function shownColumns<R>(all: readonly Column<R>[], chosen: readonly string[] | null): readonly Column<R>[] {
  const ids = shownIds(all, chosen);
  const shown = all.filter(({ id }) => ids.includes(id));
  return chosen === null ? shown : shown.map(({ room: _, ...column }) => column);
}

/** Classes of a column's head. */
export const headClass = <R>({ num, room }: Column<R>) => [num && 'num', room].filter(Boolean).join(' ') || undefined;

/** Classes of a column's cells. */
export const cellClass = <R>({ num, look, room, card }: Column<R>) =>
  [num && 'num', look, room, card && `p${card}`].filter(Boolean).join(' ') || undefined;
