import type { useTranslations } from 'next-intl';
import type { DayRange } from '@/lib/domain/consumption-calendar';
import { isPeriod } from '@/lib/domain/list-periods';
import type { Formatter } from '@/lib/format/formatter';
import type { ChecksFilter, ChoiceFilter, Filter } from './filters';
import { type ListQuery, listOf } from './query';

export type ListWords = ReturnType<typeof useTranslations<'lists'>>;

/** What a sentence of filters is written with. */
export type Saying = {
  readonly t: ListWords;
  readonly format: Formatter;
  /** The days that are shown, whether the address names them or not. */
  readonly shown: Partial<DayRange>;
  readonly usualDays: number;
};

/** What a filter says in the sentence: "any status", "Failed", "last 7 days". */
export function sayFilter(filter: Filter, query: ListQuery, saying: Saying): string {
  if (filter.kind === 'days') return sayDays(query, saying);
  const value = query[filter.field] ?? null;
  if (value === null) return filter.any;
  if (filter.kind === 'text') return filter.say?.(value) ?? saying.t(`filter.${filter.shape}`, { text: value });
  return filter.kind === 'choice' ? sayChoice(filter, value) : sayChecks(filter, value, saying.t);
}

function sayChoice(filter: ChoiceFilter, id: string): string {
  const option = filter.options.find((each) => each[0] === id);
  return option ? (filter.say ?? nameOf)(option) : filter.unknown;
}

const nameOf = (option: readonly [string, string, string]): string => option[1];

function sayChecks({ options, several }: ChecksFilter, text: string, t: ListWords): string {
  const chosen = listOf(text);
  const words = options.filter(([value]) => chosen.includes(value)).map(([, label]) => label.toLocaleLowerCase());
  const [a = '', b] = words;
  if (words.length > 2) return several(words.length);
  return b === undefined ? a : t('filter.or', { a, b });
}

function sayDays({ period, from, to }: ListQuery, { t, format, shown, usualDays }: Saying): string {
  if (from || to) return format.range(from ?? shown.from ?? '', to ?? shown.to ?? '');
  if (period && isPeriod(period)) return t(`period.${period}`);
  return t('filter.anyDays', { count: format.count(usualDays) });
}
