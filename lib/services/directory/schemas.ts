import type { DirectoryNote, DirectoryPage } from '@/lib/domain/directory-filter';
import type { PageRows } from '../page-rows';

/** A row as it travels: a tuple that begins with its id. Instants in milliseconds. */
export type DirectoryRow = readonly [id: string, ...rest: readonly unknown[]];

/** What a directory's screen is drawn from, on the first page as on every change. */
export type DirectoryAnswer<R extends DirectoryRow> = {
  readonly page: DirectoryPage;
  readonly notes: readonly DirectoryNote[];
  readonly rows: PageRows<R>;
  /** Null when the caller said that it knows it: a page turn changes no total. */
  readonly total: { readonly kind: 'exact'; readonly rows: number } | null;
  /** Milliseconds since 1970, when it was read. */
  readonly now: number;
};
