'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { Column } from '@/components/data-table/columns';
import type { ListDeclaration, ListProps } from '@/components/data-table/declaration';
import type { Filter, Labels } from '@/components/data-table/filters';
import { StatusChip } from '@/components/ui/chip';
import type { AccessState, AuthorityStatus, X509State } from '@/lib/domain/certificate';
import type { Status } from '@/lib/domain/company';
import type { DirectoryName } from '@/lib/domain/directory-filter';
import type { MailState } from '@/lib/domain/mail';
import type { Formatter } from '@/lib/format/formatter';
import { useFormat } from '@/lib/format/use-format';
import { paths } from '@/lib/paths';
import type { DirectoryAnswer, DirectoryRow } from '@/lib/services/directory/schemas';

/** The vocabulary as the server sends it: lib/domain reads it with a library that browsers need not load. */
export type DirectoryVocabulary = {
  readonly statuses: readonly Status[];
  readonly roles: readonly ('administrator' | 'partner' | 'issuer' | 'auditor')[];
  readonly types: readonly ('INTEGRATOR' | 'RESELLER')[];
  readonly states: readonly ('coming' | 'valid' | 'over' | 'ended')[];
  readonly mailStates: readonly MailState[];
  readonly accessStates: readonly AccessState[];
  readonly authorityStates: readonly AuthorityStatus[];
};

/** What the page of a directory hands over; made by `directoryProps` of app/(signed-in)/directory-props.ts. */
export type DirectoryProps<R extends DirectoryRow> = ListProps<DirectoryAnswer<R>> & {
  vocabulary: DirectoryVocabulary;
  /** The path of the page that it stands on. */
  at: string;
  /** What the page narrows it to, always. */
  narrow: Readonly<Record<string, string>>;
  /** The page that makes one more, for whom may. */
  make?: { readonly label: string; readonly href: string } | undefined;
};

type Given = Pick<DirectoryProps<DirectoryRow>, 'vocabulary' | 'at' | 'narrow'>;

/** What every directory is declared with: words, filters and columns that they share. */
export function useDirectoryKit({ vocabulary }: Pick<Given, 'vocabulary'>) {
  const t = useTranslations('directory');
  const v = useTranslations('vocabulary');
  const format = useFormat();
  return useMemo(() => {
    const words = (field: 'search' | 'status' | 'role' | 'type' | 'state') => ({
      field,
      name: t(`filter.${field}.name`),
      lead: t(`filter.${field}.lead`),
      any: t(`filter.${field}.any`),
    });
    const checks = (field: 'status' | 'role' | 'type' | 'state', options: Labels): Filter => ({
      ...words(field),
      kind: 'checks',
      options,
      several: (n) => t(`filter.${field}.several`, { count: format.count(n) }),
    });
    const statuses: Labels = vocabulary.statuses.map((each) => [each, v(`status.${each}`)]);
    const statusWords = new Map(statuses);
    return {
      t,
      v,
      format,
      search: { ...words('search'), kind: 'text', shape: 'contains', help: t('filter.search.help') } satisfies Filter,
      status: checks('status', statuses),
      role: checks(
        'role',
        vocabulary.roles.map((each) => [each, t(`role.${each}`)]),
      ),
      type: checks(
        'type',
        vocabulary.types.map((each) => [each, t(`type.${each}`)]),
      ),
      state: checks(
        'state',
        vocabulary.states.map((each) => [each, t(`state.${each}`)]),
      ),
      mailState: checks(
        'state',
        vocabulary.mailStates.map((each) => [each, t(`state.${each}`)]),
      ),
      accessState: checks(
        'state',
        vocabulary.accessStates.map((each) => [each, t(`state.${each}`)]),
      ),
      authorityState: checks(
        'state',
        vocabulary.authorityStates.map((each) => [each, t(`authorityState.${each}`)]),
      ),
      accessChip: (state: AccessState) => StatusChip({ status: state, label: t(`state.${state}`) }),
      x509Chip: (state: X509State) => StatusChip({ status: state, label: t(`x509.${state}`) }),
      statusChip: (status: Status) => StatusChip({ status, label: statusWords.get(status) ?? status }),
    };
  }, [t, v, format, vocabulary]);
}

export type DirectoryKit = ReturnType<typeof useDirectoryKit>;

/** What a directory adds to the kit. */
type Own<R extends DirectoryRow> = {
  readonly columns: readonly Column<R>[];
  readonly filters: readonly Filter[];
  readonly row: ListDeclaration<R, DirectoryAnswer<R>>['row'];
  readonly views?: ListDeclaration<R, DirectoryAnswer<R>>['views'];
};

/** A directory, declared: what it has of its own, on the page that it stands on. */
export function declareDirectory<R extends DirectoryRow>(
  list: DirectoryName,
  { t }: DirectoryKit,
  { at, narrow }: Given,
  own: Own<R>,
): ListDeclaration<R, DirectoryAnswer<R>> {
  return {
    list,
    address: {
      page: (query) => paths.at(at, query),
      data: (query) => paths.lists.directory(list, { ...query, ...narrow }),
    },
    title: t(`${list}.title`),
    caption: ({ page }) => t(`${list}.caption`, { sort: t('sort', { sort: page.sort }) }),
    sort: 'name',
    search: 'search',
    exports: list,
    views: [],
    count: ({ rows }) => rows,
    empty: {
      nothing: { title: t(`${list}.empty.title`), text: t(`${list}.empty.text`) },
      filter: { title: t('filterEmpty.title'), text: t('filterEmpty.text') },
    },
    ...(Object.keys(narrow).length > 0 ? { narrow } : {}),
    ...own,
    filters: own.filters.filter(({ field }) => narrow[field] === undefined),
    columns: own.columns.filter(({ id }) => narrow[id] === undefined),
  };
}

/** The column that names the row, and orders the list. */
export const nameColumn = <R extends DirectoryRow>(label: string, cell: (row: R) => string): Column<R> => ({
  id: 'name',
  label,
  card: 1,
  main: true,
  look: 'txt phone:max-w-72',
  sort: { descending: 'name-desc', ascending: 'name' },
  hint: cell,
  cell,
});

/** When it came, and the order by age. */
export const registeredColumn = <R extends DirectoryRow>(
  id: string,
  label: string,
  format: Formatter,
  at: (row: R) => number,
): Column<R> => ({
  id,
  label,
  look: 's',
  room: 'lo',
  sort: { descending: 'newest', ascending: 'oldest' },
  cell: (row) => <time dateTime={new Date(at(row)).toISOString()}>{format.parts(at(row)).day}</time>,
});
