import 'server-only';
import { errorCodeList, errorKey } from '@/lib/domain/errors';
import { operationSources, operationStatuses, operationTypes } from '@/lib/domain/operation';
import { type OperationFilter, readOperationPage } from '@/lib/domain/operation-filter';
import { exportOperations } from '../operations';
import { exported } from './declare';
import type { Words } from './words';

/** Words of a vocabulary by value: looked up once an export, not once a row. */
function labels<V extends string>(values: readonly V[], word: (value: V) => string): Record<V, string> {
  return Object.fromEntries(values.map((value) => [value, word(value)])) as Record<V, string>;
}

const vocabularyOf = ({ v }: Words) => ({
  status: labels(operationStatuses, (each) => v(`operationStatus.${each}`)),
  type: labels(operationTypes, (each) => v(`operationType.${each}`)),
  source: labels(operationSources, (each) => v(`operationSource.${each}`)),
});

/** The operations list as a file: the columns of the list by the names of its address, and what a file has room for. */
export const operationsExport = exported({
  verb: exportOperations,
  read: (params, today) => {
    const { after: _after, before: _before, size: _size, ...asked } = readOperationPage(params, today).page;
    return asked;
  },
  columns: (words) => {
    const { t } = words;
    const word = vocabularyOf(words);
    const direct = t('direct');
    return [
      { id: 'received', label: t('operations.received'), kind: 'instant', value: ({ row }) => row.receivedAt },
      { id: 'status', label: t('operations.status'), kind: 'text', value: ({ row }) => word.status[row.status] },
      { id: 'error', label: t('operations.error'), kind: 'text', value: ({ row }) => row.error },
      { id: 'partner', label: t('operations.partner'), kind: 'text', value: ({ owner }) => owner.partner ?? direct },
      { id: 'issuer', label: t('operations.issuer'), kind: 'text', value: ({ owner }) => owner.issuer },
      { id: 'service', label: t('operations.service'), kind: 'text', value: ({ owner }) => owner.alias },
      { id: 'serviceName', label: t('operations.serviceName'), kind: 'text', value: ({ owner }) => owner.service },
      { id: 'reference', label: t('operations.reference'), kind: 'text', value: ({ row }) => row.reference },
      { id: 'type', label: t('operations.type'), kind: 'text', value: ({ row }) => word.type[row.type] },
      { id: 'source', label: t('operations.source'), kind: 'text', value: ({ row }) => word.source[row.source] },
      { id: 'items', label: t('operations.items'), kind: 'number', value: ({ row }) => row.items },
      { id: 'failed', label: t('operations.failed'), kind: 'number', value: ({ row }) => row.failed },
      { id: 'size', label: t('operations.size'), kind: 'number', value: ({ row }) => row.bytes },
      {
        id: 'duration',
        label: t('operations.duration'),
        kind: 'number',
        value: ({ row }) => (row.finishedAt === null ? null : row.finishedAt - row.receivedAt),
      },
      { id: 'finished', label: t('operations.finished'), kind: 'instant', value: ({ row }) => row.finishedAt },
      { id: 'id', label: t('operations.id'), kind: 'text', value: ({ row }) => row.id },
    ];
  },
  filter: (input, names, words) => filterWords(input, names, words),
});

type Sorted = OperationFilter & { readonly sort: 'newest' | 'oldest' };

function filterWords(filter: Sorted, names: Readonly<Record<string, string>>, words: Words): string[] {
  const { t, v, format } = words;
  const word = vocabularyOf(words);
  const parts: [string, string | null][] = [
    [t('operations.received'), t('days', { from: format.day(filter.from), to: format.day(filter.to) })],
    ...(['service', 'issuer', 'partner'] as const).map((field): [string, string | null] => [
      t(`operations.${field}`),
      filter[field] === null ? null : (names[field] ?? t('unknown')),
    ]),
    [t('operations.status'), listed(filter.statuses.map((each) => word.status[each]))],
    [t('operations.type'), listed(filter.types.map((each) => word.type[each]))],
    [t('operations.source'), listed(filter.sources.map((each) => word.source[each]))],
    [t('operations.error'), errorWords(filter.error, v)],
    [t('operations.reference'), filter.reference && t('begins', { text: filter.reference })],
    [t('operations.document'), filter.document && t('contains', { text: filter.document })],
  ];
  const said = parts.flatMap(([name, value]) => (value ? [t('part', { name, value })] : []));
  return [...said, t(`order.${filter.sort}`)];
}

const listed = (words: readonly string[]): string | null => (words.length === 0 ? null : words.join(' / '));

function errorWords(code: string | null, v: Words['v']): string | null {
  const known = errorCodeList.find((each) => each === code);
  return known ? `${known} ${v(`errorCode.${errorKey(known)}`)}` : code;
}
