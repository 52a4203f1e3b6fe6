'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useRef, useState } from 'react';
import { plainFor } from '@/lib/domain/list-view';
import { useFormat } from '@/lib/format/use-format';
import { shownColumns } from './columns';
import type { ListAnswer, ListDeclaration, ListProps, ListRow } from './declaration';
import { listOf, withoutFilters } from './query';
import type { Tool } from './tool';
import { understood } from './understood';
import { useKeys } from './use-keys';
import { useList } from './use-list';
import { usePlace } from './use-place';
import { useSelection } from './use-selection';
import { currentView, useKept } from './views';

/** Everything that a list's screen is drawn from: what is shown, what is open, what is selected. */
export function useScreen<R extends ListRow, A extends ListAnswer<R>>(
  of: ListDeclaration<R, A>,
  { opened, kept: sent, usualDays }: Pick<ListProps<A>, 'opened' | 'kept' | 'usualDays'>,
) {
  const t = useTranslations('lists');
  const format = useFormat();
  const body = useRef<HTMLTableSectionElement>(null);
  const opener = useRef<HTMLElement | null>(null);
  const [kept, put] = useKept(of.list, sent, opened.stamp);
  const [chip, setChip] = useState<string | null>(null);
  const [tool, setTool] = useState<Tool | null>(null);
  const [allOf, setAllOf] = useState<string | null>(null);
  const list = useList(of, opened);
  const { query, answer, waiting, turn, total, filterKey } = list;

  const chosen = query.columns ? query.columns : (kept.columns?.join(',') ?? null);
  const columns = useMemo(() => shownColumns(of.columns, chosen === null ? null : listOf(chosen)), [of, chosen]);
  const ids = useMemo(() => answer.rows.rows.map(([id]) => id), [answer]);
  const place = { list: of.list, address: list.address, stamp: opened.stamp, body };
  usePlace(place);
  const { selected, clear } = useSelection({ ...place, ids });
  const unselect = () => {
    setAllOf(null);
    clear();
  };
  const open = (which: Tool) => {
    opener.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    setTool(which);
  };
  useKeys(body, {
    search: () => setChip(of.search ?? of.filters[0]?.field ?? null),
    help: () => open('keys'),
    escape: unselect,
  });

  const count = total && format.count(of.count(total));
  return {
    ...list,
    body,
    opener,
    kept,
    put,
    chip,
    setChip,
    tool,
    setTool,
    open,
    columns,
    ownColumns: chosen !== null,
    selected,
    unselect,
    all: allOf === filterKey,
    setAll: (all: boolean) => setAllOf(all ? filterKey : null),
    saying: { t, format, shown: answer.page, usualDays },
    /** What the sentence says: the query as the server understood it. */
    asked: waiting ? query : understood(query, answer, of.filters),
    current: currentView(of.list, query, of.views, kept.views),
    /** How many match, in words. */
    matching: count && (total.kind === 'exact' ? count : t('atLeast', { count })),
    clearFilters: () => turn(withoutFilters(of.list, query, plainFor(kept.views))),
  };
}
