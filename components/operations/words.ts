'use client';

import { useTranslations } from 'next-intl';
import { errorCodeList, errorKey } from '@/lib/domain/errors';
import { useFormat } from '@/lib/format/use-format';
import type { FilterOption, FilterOptions } from '@/lib/services/operations/schemas';
import { type ListQuery, listOf } from './query';

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

type Days = { readonly from: string; readonly to: string };
type Labels = readonly (readonly [value: string, label: string])[];

/** The words of the filter sentence, in the language of the page. */
export function useWords(vocabulary: Vocabulary, options: FilterOptions) {
  const t = useTranslations('operations');
  const v = useTranslations('vocabulary');
  const format = useFormat();

  const statuses: Labels = vocabulary.statuses.map((each) => [each, v(`operationStatus.${each}`)]);
  const types: Labels = vocabulary.types.map((each) => [each, v(`operationType.${each}`)]);
  const sources: Labels = vocabulary.sources.map((each) => [each, v(`operationSource.${each}`)]);
  const errors: readonly FilterOption[] = errorCodeList.map((each) => [each, v(`errorCode.${errorKey(each)}`), each]);
  const nameOf = ([, name]: FilterOption): string => name ?? t('direct');

  /** "Failed", "document or hash", "3 statuses". */
  const some = (kind: 'status' | 'type' | 'source', labels: Labels, chosen: readonly string[]): string => {
    const words = labels.filter(([value]) => chosen.includes(value)).map(([, label]) => label.toLocaleLowerCase());
    const [a, b] = words;
    if (words.length > 2) return t(`filter.several.${kind}`, { count: format.count(words.length) });
    return a && b ? t('filter.or', { a, b }) : (a ?? '');
  };
  const one = (kind: 'service' | 'issuer' | 'partner', id: string | null): string => {
    if (id === null) return t(`filter.any.${kind}`);
    const option = options[`${kind}s`].find((each) => each[0] === id);
    if (!option) return t(`filter.unknown.${kind}`);
    return kind === 'service' ? `${nameOf(option)} ${option[2]}` : nameOf(option);
  };

  /** "2.2.0 CA unreachable". */
  const error = (code: string | null): string => {
    if (code === null) return t('filter.any.error');
    const known = errors.find((each) => each[0] === code);
    return known ? `${code} ${nameOf(known)}` : code;
  };

  return {
    statuses,
    types,
    sources,
    errors,
    nameOf,
    service: (id: string | null) => one('service', id),
    issuer: (id: string | null) => one('issuer', id),
    partner: (id: string | null) => one('partner', id),
    status: (text: string | null) => (text === null ? t('filter.any.status') : some('status', statuses, listOf(text))),
    type: (text: string | null) => some('type', types, text === null ? vocabulary.countedTypes : listOf(text)),
    source: (text: string | null) => (text === null ? t('filter.any.source') : some('source', sources, listOf(text))),
    error,
    reference: (text: string | null) => (text === null ? t('filter.any.reference') : t('filter.begins', { text })),
    document: (text: string | null) => (text === null ? t('filter.any.document') : t('filter.contains', { text })),
    /** "last 90 days" while nothing is chosen, else the range. */
    days: (query: Pick<ListQuery, 'from' | 'to'>, shown: Days, count: number) => {
      const usual = query.from === null && query.to === null;
      if (usual) return t('filter.lastDays', { count: format.count(count) });
      return format.range(query.from ?? shown.from, query.to ?? shown.to);
    },
  };
}

export type Words = ReturnType<typeof useWords>;
