'use client';

import { useTimeZone } from 'next-intl';
import type { ReactNode } from 'react';
import { href } from '@/lib/paths';
import type { ListAnswer, ListDeclaration, ListRow } from './declaration';
import { Pager, type Turn } from './pager';
import { firstPage, type ListQuery } from './query';
import type { Saying } from './say-filter';

const sizes = ['25', '50', '100'];
const usualSize = '50';

type Props<R extends ListRow> = {
  of: Pick<ListDeclaration<R, never>, 'address' | 'row'>;
  query: ListQuery;
  answer: ListAnswer<R>;
  turn: (query: ListQuery) => void;
  saying: Saying;
  /** What stands at the left: the sentence of a selection. */
  children: ReactNode;
};

/** Foot of a list: from when to when, in which zone, how many a page, and the ways to other pages. */
export function ListPager<R extends ListRow>({ of, query, answer, turn, saying, children }: Props<R>) {
  const { t, format } = saying;
  const zone = useTimeZone();
  const { rows, previous, next } = answer.rows;
  const [first, last] = [rows[0], rows.at(-1)];
  const to = (changed: ListQuery): Turn => ({ href: href(of.address.page(changed)), go: () => turn(changed) });
  const start = firstPage(query);
  const text = (at: number) => {
    const { day, clock } = format.parts(at, answer.now);
    return `${day} ${clock}`;
  };
  const until = (at: number, from: number) =>
    format.localDay(at) === format.localDay(from) ? format.clock(at) : text(at);
  const times = first && last && of.row.at ? ([of.row.at(first), of.row.at(last)] as const) : null;

  return (
    <Pager
      label={t('pager.label')}
      labels={{ first: t('pager.first'), previous: t('pager.previous'), next: t('pager.next') }}
      turns={{
        first: previous ? to(start) : null,
        previous: previous && first ? to({ ...start, before: first[0] }) : null,
        next: next && last ? to({ ...start, after: last[0] }) : null,
      }}
      left={children}
    >
      {times && !children ? (
        <span className="lo q max-phone:hidden">
          {t('pager.shown', { from: text(times[0]), to: until(times[1], times[0]) })} · {zone}
        </span>
      ) : null}
      <select
        className="btn small plain max-phone:hidden"
        aria-label={t('pager.size')}
        value={String(answer.page.size)}
        onChange={(event) => turn({ ...start, size: event.target.value === usualSize ? null : event.target.value })}
      >
        {sizes.map((size) => (
          <option key={size} value={size}>
            {t('pager.aPage', { size })}
          </option>
        ))}
      </select>
    </Pager>
  );
}
