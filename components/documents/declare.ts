'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { ListDeclaration } from '@/components/data-table/declaration';
import type { Filter, Labels } from '@/components/data-table/filters';
import { ownerFilters } from '@/components/data-table/owner-filters';
import { useFormat } from '@/lib/format/use-format';
import { paths } from '@/lib/paths';
import type { DocumentRow, DocumentsAnswer } from '@/lib/services/documents/schemas';
import type { FilterOptions } from '@/lib/services/operations/schemas';
import { documentColumns, type Shown } from './columns';

type Query = Readonly<Record<string, string | null>>;
const addresses = {
  document: { page: (query: Query) => paths.documents(query), data: (query: Query) => paths.lists.documents(query) },
  hash: {
    page: (query: Query) => paths.documents({ kind: 'hash', ...query }),
    data: (query: Query) => paths.lists.documents({ kind: 'hash', ...query }),
  },
};

type Given = {
  hash: boolean;
  /** The vocabulary as the server sends it: lib/domain reads it with a library that browsers need not load. */
  statuses: readonly DocumentRow[2][];
  options: FilterOptions;
  shown: Shown;
  usualDays: number;
};

const documentTexts = ['search', 'reference', 'document', 'invoice', 'nif', 'hash'] as const;
const hashTexts = ['reference', 'hash'] as const;

/** The documents list or the hashes list: its columns, its filters, its words. */
export function useDocuments({ hash, statuses, options, shown, usualDays }: Given) {
  const t = useTranslations('documents');
  const v = useTranslations('vocabulary');
  const lists = useTranslations('lists');
  const format = useFormat();
  return useMemo((): ListDeclaration<DocumentRow, DocumentsAnswer> => {
    const kind = hash ? 'hash' : 'document';
    const labels: Labels = statuses.map((each) => [each, v(`documentStatus.${each}`)]);
    const words = (field: 'status' | (typeof documentTexts)[number]) => ({
      field,
      name: t(`filter.${field}.name`),
      lead: t(`filter.${field}.lead`),
      any: t(`filter.${field}.any`),
    });
    // A sign before the text says that it is the whole, or the beginning.
    const say = (text: string) =>
      text.startsWith('=')
        ? t('filter.exact', { text: text.slice(1).trim() })
        : text.startsWith('^')
          ? lists('filter.begins', { text: text.slice(1).trim() })
          : lists('filter.contains', { text });
    const [owner, ...owners] = ownerFilters(lists, options, t('filter.start', { kind }));
    const filters: (Filter | undefined)[] = [
      owner,
      {
        ...words('status'),
        kind: 'checks',
        options: labels,
        several: (n) => t('filter.status.several', { count: format.count(n) }),
      },
      ...(hash ? hashTexts : documentTexts).map(
        (field): Filter => ({
          ...words(field),
          kind: 'text',
          folded: field !== (hash ? 'hash' : 'search'),
          shape: field === 'hash' ? 'begins' : 'contains',
          help: field === 'hash' ? t('filter.hash.help') : t('filter.matchHelp', { what: t(`filter.${field}.help`) }),
          ...(field === 'hash' ? {} : { say }),
        }),
      ),
      ...owners,
      {
        kind: 'days',
        field: 'days',
        name: t('filter.days.name'),
        lead: t('filter.days.lead'),
        help: t('filter.days.help'),
      },
    ];
    const count = format.count(usualDays);
    return {
      list: hash ? 'hashes' : 'documents',
      exports: hash ? 'hashes' : 'documents',
      address: addresses[kind],
      title: hash ? t('hashes') : t('title'),
      caption: ({ page }) => t('caption', { kind, days: format.rangeLong(page.from, page.to), sort: page.sort }),
      columns: documentColumns({ t, lists, format, shown, hash, statuses: new Map(labels) }),
      sort: 'newest',
      filters: filters.filter((filter) => filter !== undefined),
      search: hash ? 'hash' : 'search',
      row: {
        path: ([id]) => paths.document(id),
        name: (row) => row[4] ?? t('unnamed', { reference: row[5] }),
        at: ([, receivedAt]) => receivedAt,
      },
      views: [
        { id: 'today', label: t('view.today'), query: { period: 'today' } },
        { id: 'attention', label: t('view.attention'), query: { status: 'FAILED' } },
        ...(hash
          ? []
          : [
              { id: 'notified', label: t('view.notified'), query: { status: 'NOTIFIED' } },
              { id: 'purged', label: t('view.purged'), query: { status: 'PURGED' } },
            ]),
      ],
      count: (total) => total.documents,
      empty: {
        nothing: { title: t('empty.nothing.title', { kind, count }), text: t('empty.nothing.text') },
        nobody: { title: t('empty.nobody.title'), text: t('empty.nobody.text') },
        filter: { title: t('empty.filter.title'), text: t('empty.filter.text', { kind }) },
      },
    };
  }, [hash, statuses, options, shown, usualDays, t, v, lists, format]);
}
