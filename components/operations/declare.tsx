'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { ListDeclaration } from '@/components/data-table/declaration';
import type { ChecksFilter, Filter, Labels } from '@/components/data-table/filters';
import { ownerFilters } from '@/components/data-table/owner-filters';
import { Icon } from '@/components/icons/icon';
import { errorCodeList, errorKey } from '@/lib/domain/errors';
import { useFormat } from '@/lib/format/use-format';
import { href, paths } from '@/lib/paths';
import type { FilterOptions, OperationRow, OperationsAnswer } from '@/lib/services/operations/schemas';
import { operationColumns, type Shown } from './columns';

/** The vocabulary as the server sends it: lib/domain reads it with a library that browsers need not load. */
export type Vocabulary = {
  readonly statuses: readonly (
    | 'RECEIVED'
    | 'PROCESSING'
    | 'COMPLETED'
    | 'COMPLETED_WITH_ERRORS'
    | 'FAILED'
    | 'CANCELLED'
  )[];
  readonly types: readonly ('DOCUMENT' | 'HASH' | 'TEST')[];
  readonly countedTypes: readonly string[];
  readonly sources: readonly ('API_SYNC' | 'API_ASYNC' | 'PROXY' | 'HOT_FOLDER' | 'BACKOFFICE')[];
};

type Given = {
  vocabulary: Vocabulary;
  options: FilterOptions;
  shown: Shown;
  /** True when the role may open the dashboard. */
  graph: boolean;
  usualDays: number;
  /** The path of the page that it stands on. */
  at: string;
  /** What the page narrows it to, always: nothing on its own page. */
  narrow: Readonly<Record<string, string>>;
};

/** The operations list: its columns, its filters, its words. */
export function useOperations({ vocabulary, options, shown, graph, usualDays, at, narrow }: Given) {
  const t = useTranslations('operationList');
  const v = useTranslations('vocabulary');
  const lists = useTranslations('lists');
  const format = useFormat();
  return useMemo((): ListDeclaration<OperationRow, OperationsAnswer> => {
    const statuses: Labels = vocabulary.statuses.map((each) => [each, v(`operationStatus.${each}`)]);
    const types: Labels = vocabulary.types.map((each) => [each, v(`operationType.${each}`)]);
    const sources: Labels = vocabulary.sources.map((each) => [each, v(`operationSource.${each}`)]);
    const labels = { status: new Map(statuses), type: new Map(types), source: new Map(sources) };
    const words = (field: 'status' | 'type' | 'source' | 'error' | 'reference' | 'document') => ({
      field,
      name: t(`filter.${field}.name`),
      lead: t(`filter.${field}.lead`),
      any: t(`filter.${field}.any`),
    });
    const checks = (field: 'status' | 'type' | 'source', of: Labels, more: Partial<ChecksFilter> = {}): Filter => ({
      ...words(field),
      ...more,
      kind: 'checks',
      options: of,
      several: (n) => t(`filter.${field}.several`, { count: format.count(n) }),
    });
    const text = (field: 'reference' | 'document', shape: 'begins' | 'contains'): Filter => ({
      ...words(field),
      kind: 'text',
      folded: true,
      shape,
      help: t(`filter.${field}.help`),
    });
    const [owner, ...owners] = ownerFilters(lists, options, t('filter.start'));
    const filters: (Filter | undefined)[] = [
      owner,
      checks('status', statuses),
      checks('type', types, { usual: vocabulary.countedTypes }),
      ...owners,
      checks('source', sources, { folded: true }),
      {
        ...words('error'),
        kind: 'choice',
        folded: true,
        unknown: t('filter.error.any'),
        options: errorCodeList.map((each) => [each, v(`errorCode.${errorKey(each)}`), each]),
        say: ([code, name]) => `${code} ${name}`,
      },
      text('reference', 'begins'),
      text('document', 'contains'),
      {
        kind: 'days',
        field: 'days',
        name: t('filter.days.name'),
        lead: t('filter.days.lead'),
        help: t('filter.days.help'),
      },
    ];
    const count = format.count(usualDays);
    const graphLabel = t('graph');
    return {
      list: 'operations',
      address: {
        page: (query) => paths.at(at, query),
        data: (query) => paths.lists.operations({ ...query, ...narrow }),
      },
      ...(Object.keys(narrow).length > 0 ? { narrow } : {}),
      title: t('title'),
      caption: ({ page }) => t('caption', { days: format.rangeLong(page.from, page.to), sort: page.sort }),
      columns: operationColumns({ t, lists, format, shown, labels }),
      sort: 'newest',
      filters: filters.filter((filter) => filter !== undefined).filter(({ field }) => narrow[field] === undefined),
      search: 'reference',
      row: {
        path: ([id]) => paths.operation(id),
        name: (row) => row[5],
        at: ([, receivedAt]) => receivedAt,
        ...(graph
          ? {
              actions: (row) => (
                <a className="iconbtn" href={href(paths.dashboard({ service: row[11] }))} aria-label={graphLabel}>
                  {Icon({ name: 'graph' })}
                </a>
              ),
            }
          : {}),
      },
      exports: 'operations',
      views: [
        { id: 'today', label: t('view.today'), query: { period: 'today' } },
        { id: 'attention', label: t('view.attention'), query: { status: 'COMPLETED_WITH_ERRORS,FAILED' } },
        { id: 'open', label: t('view.open'), query: { status: 'RECEIVED,PROCESSING' } },
        { id: 'tests', label: t('view.tests'), query: { type: 'TEST' } },
      ],
      count: (total) => total.operations,
      sub: ({ signedItems: n }) => (n === null ? undefined : t('signedItems', { n, count: format.count(n) })),
      empty: {
        nothing: { title: t('empty.nothing.title', { count }), text: t('empty.nothing.text') },
        nobody: { title: t('empty.nobody.title'), text: t('empty.nobody.text') },
        filter: { title: t('empty.filter.title'), text: t('empty.filter.text') },
      },
    };
  }, [vocabulary, options, shown, graph, usualDays, at, narrow, t, v, lists, format]);
}
