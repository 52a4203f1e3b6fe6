'use client';

import { useTranslations } from 'next-intl';
import { useQueryStates } from 'nuqs';
import { useCallback, useEffect, useRef } from 'react';
import { fetchAnswer, useAnswers } from '@/components/data-table/answers';
import { BoneRows, DataTable } from '@/components/data-table/table';
import { PageHead } from '@/components/ui/page-head';
import { useFormat } from '@/lib/format/use-format';
import { href, paths } from '@/lib/paths';
import type { FilterOptions, OperationsAnswer, OperationTotal } from '@/lib/services/operations/schemas';
import { ListFailed, NoOperations } from './empty';
import { FilterBar } from './filter-bar';
import { rememberList } from './last-list';
import { ListPager } from './list-pager';
import { FilterNotes } from './notes';
import { filterOnly, firstPage, type ListQuery, queryParsers, understood, withoutFilters } from './query';
import { columnsOf, roomOf, type Shown, tr } from './row';
import { useWords, type Vocabulary } from './words';

type Props = {
  /** The answer that the page came with, under the address it was asked by; the stamp is of this very rendering. */
  opened: { stamp: string; address: string; answer: OperationsAnswer };
  options: FilterOptions;
  vocabulary: Vocabulary;
  shown: Shown;
  graph: boolean;
  /** False for an auditor without a valid grant. */
  anybody: boolean;
  today: string;
  usualDays: number;
};

/** Height of the header that stays at the top, in pixels. */
const barHeight = 48;

const addressOf = (query: ListQuery) => href(paths.lists.operations(query));

/** The operations list: one client component fed with tuples; the address is its state. */
export function OperationsList({ opened, options, vocabulary, shown, graph, anybody, today, usualDays }: Props) {
  const t = useTranslations('operations');
  const format = useFormat();
  const [query, setQuery] = useQueryStates(queryParsers, { history: 'push', shallow: true, scroll: false });
  const totals = useRef(new Map<string, OperationTotal>());
  const filterKey = addressOf(filterOnly(query));
  const isFirst = query.after === null && query.before === null;
  const load = useCallback(
    (address: string, signal: AbortSignal) => {
      const known = !isFirst && totals.current.has(filterKey);
      return fetchAnswer<OperationsAnswer>(known ? `${address}&total=known` : address, signal);
    },
    [filterKey, isFirst],
  );
  const { answer, waiting, slow, trouble, seen, again } = useAnswers({ address: addressOf(query), opened, load });
  if (answer.total && !waiting) totals.current.set(filterKey, answer.total);
  const total = answer.total ?? totals.current.get(filterKey) ?? null;
  const words = useWords(vocabulary, options);
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => rememberList(paths.operations(query)), [query]);

  const go = (changed: ListQuery) => {
    if (addressOf(changed) === addressOf(query)) again();
    else void setQuery(changed);
  };
  const turn = (changed: ListQuery) => {
    // The first page is where new operations appear, so it is read anew.
    if (changed.after === null && changed.before === null) seen.delete(addressOf(changed));
    go(changed);
    // A shallow change keeps the scroll: without this the next page would be seen from its end.
    if ((box.current?.getBoundingClientRect().top ?? 0) < barHeight) box.current?.scrollIntoView();
  };
  const search = (changed: ListQuery) => turn(firstPage(changed));
  const clear = () => turn(withoutFilters(query));

  const { page, rows } = answer;
  const newest = page.sort === 'newest';
  const columns = columnsOf(t, shown, {
    direction: newest ? 'descending' : 'ascending',
    toggle: () => turn({ ...firstPage(query), sort: newest ? 'oldest' : null }),
  });
  // The message is formatted once, around a mark that no reference holds.
  const [openBefore, openAfter] = t('open', { reference: '\n' }).split('\n');
  const kit = {
    t,
    labels: { status: new Map(words.statuses), type: new Map(words.types), source: new Map(words.sources) },
    openLabel: (reference: string) => `${openBefore}${reference}${openAfter}`,
    format,
    shown,
    room: roomOf(shown),
    graph,
    now: answer.now,
  };
  const narrowed = Object.values(filterOnly(query)).some((value) => value !== null);
  const kind = !anybody ? 'nobody' : !isFirst ? 'past' : narrowed ? 'filter' : 'nothing';
  const signed = total?.signedItems ?? null;
  const count = total && format.count(total.operations);

  return (
    <>
      <PageHead
        title={t('title')}
        count={count && (total.kind === 'exact' ? count : t('atLeast', { count }))}
        sub={signed === null ? undefined : t('signedItems', { n: signed, count: format.count(signed) })}
      />
      <FilterBar
        query={waiting ? query : understood(query, answer)}
        {...{ today, usualDays, options, words, search, clear }}
        shown={{ from: page.from, to: page.to }}
      />
      <FilterNotes notes={answer.notes} />
      <div ref={box} className="tablebox -scroll-mt-8">
        {trouble ? (
          <ListFailed reference={trouble.reference} again={again} />
        ) : rows.rows.length === 0 && !slow ? (
          <NoOperations {...{ kind, usualDays, clear }} days={page} first={() => turn(firstPage(query))} />
        ) : (
          <DataTable
            caption={t('caption', { days: format.rangeLong(page.from, page.to), sort: page.sort })}
            columns={columns}
            busy={waiting}
          >
            {slow ? <BoneRows rows={page.size} columns={columns} /> : rows.rows.map((row) => tr(row, kit))}
          </DataTable>
        )}
      </div>
      <p className="sr-only" role="status">
        {slow ? t('loading') : ''}
      </p>
      {trouble ? null : <ListPager {...{ query, answer, turn }} />}
    </>
  );
}
