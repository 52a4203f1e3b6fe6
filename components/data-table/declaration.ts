import type { ReactNode } from 'react';
import type { Exported } from '@/components/exports/asked';
import type { DayRange } from '@/lib/domain/consumption-calendar';
import type { ListNote } from '@/lib/domain/list-reader';
import type { ListName } from '@/lib/domain/lists';
import type { KeptOfList } from '@/lib/services/views/schemas';
import type { Column } from './columns';
import type { Filter } from './filters';
import type { ListQuery } from './query';
import type { SaveAction } from './save-action';

/** A row as it travels: a tuple that begins with its id, since fifty objects repeat every name fifty times. */
export type ListRow = readonly [id: string, ...rest: readonly unknown[]];

/** What the list's screen is drawn from, on the first page as on every change. */
export type ListAnswer<R extends ListRow> = {
  /** Filter and page as the server understood them. */
  readonly page: { readonly sort: string; readonly size: number } & Partial<DayRange>;
  readonly notes: readonly ListNote[];
  readonly rows: { readonly rows: readonly R[]; readonly previous: boolean; readonly next: boolean };
  /** Null when the caller said that it knows it: a page turn changes no total. */
  readonly total: { readonly kind: 'exact' | 'atLeast' } | null;
  /** Milliseconds since 1970, when it was read. */
  readonly now: number;
};

export type TotalOf<A extends { total: unknown }> = NonNullable<A['total']>;

/** A view that the product brings along: what is asked most, under a name. */
export type ReadyView = {
  readonly id: string;
  readonly label: string;
  readonly query: Readonly<Record<string, string>>;
};

export type EmptyKind = 'nothing' | 'nobody' | 'filter';
type Sentence = { readonly title: string; readonly text: string };

/** A list, declared: what it is called, what it can be asked, what it shows. The kit does the rest. */
export type ListDeclaration<R extends ListRow, A extends ListAnswer<R>> = {
  readonly list: ListName;
  /** The addresses of the page and of its data, without base path. */
  readonly address: { readonly page: (query: ListQuery) => string; readonly data: (query: ListQuery) => string };
  readonly title: string;
  /** Said to screen readers before the table: what is listed, in which order. */
  readonly caption: (answer: A) => string;
  readonly columns: readonly Column<R>[];
  /** The order that the address need not name. */
  readonly sort: string;
  /** In the order of the sentence; what is folded comes in by "Add filter". */
  readonly filters: readonly Filter[];
  /** Field of the text filter that "/" opens; absent: the first chip. */
  readonly search?: string;
  readonly row: {
    readonly path: (row: R) => string;
    /** Names the row for screen readers, and in the sentence of its checkbox. */
    readonly name: (row: R) => string;
    /** Further actions behind the eye: links and buttons with class `iconbtn`. */
    readonly actions?: (row: R) => ReactNode;
    /** When the row happened, for the foot of the list; absent where a list has no such time. */
    readonly at?: (row: R) => number;
  };
  /** What a tab of another page narrows it to, always: carried into data and export, and no view keeps it. */
  readonly narrow?: Readonly<Record<string, string>>;
  readonly views: readonly ReadyView[];
  /** The list as lib/services/exports/lists.ts knows it; absent where it cannot be exported. */
  readonly exports?: Exported;
  readonly count: (total: TotalOf<A>) => number;
  /** The line below the title. */
  readonly sub?: (total: TotalOf<A>) => string | undefined;
  readonly empty: Readonly<Partial<Record<EmptyKind, Sentence>>> & {
    readonly nothing: Sentence;
    readonly filter: Sentence;
  };
};

/** What every list's page hands over; made by `listProps` of app/(signed-in)/list-props.ts. */
export type ListProps<A> = {
  /** The answer that the page came with, under the address it was asked by; the stamp is of this very rendering. */
  readonly opened: { readonly stamp: string; readonly address: string; readonly answer: A };
  readonly kept: KeptOfList;
  readonly today: string;
  readonly usualDays: number;
  readonly actions: {
    readonly saveView: SaveAction;
    readonly renameView: SaveAction;
    readonly removeView: SaveAction;
    readonly makeDefaultView: SaveAction;
    readonly saveColumns: SaveAction;
  };
};
