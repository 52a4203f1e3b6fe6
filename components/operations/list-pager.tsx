'use client';

import { useTimeZone, useTranslations } from 'next-intl';
import { Pager, type Turn } from '@/components/data-table/pager';
import { useFormat } from '@/lib/format/use-format';
import { href, paths } from '@/lib/paths';
import type { OperationsAnswer } from '@/lib/services/operations/schemas';
import { firstPage, type ListQuery } from './query';

const sizes = ['25', '50', '100'];
const usualSize = '50';

/** Foot of the operations list: from when to when, in which zone, how many a page, and the ways to other pages. */
export function ListPager({
  query,
  answer,
  turn,
}: {
  query: ListQuery;
  answer: OperationsAnswer;
  turn: (query: ListQuery) => void;
}) {
  const t = useTranslations('operations.pager');
  const format = useFormat();
  const zone = useTimeZone();
  const { rows, previous, next } = answer.rows;
  const [first, last] = [rows[0], rows.at(-1)];
  const to = (changed: ListQuery): Turn => ({ href: href(paths.operations(changed)), go: () => turn(changed) });
  const start = firstPage(query);
  const text = (at: number) => {
    const { day, clock } = format.parts(at, answer.now);
    return `${day} ${clock}`;
  };
  const until = (at: number, from: number) =>
    format.localDay(at) === format.localDay(from) ? format.clock(at) : text(at);

  return (
    <Pager
      label={t('label')}
      labels={{ first: t('first'), previous: t('previous'), next: t('next') }}
      turns={{
        first: previous ? to(start) : null,
        previous: previous && first ? to({ ...start, before: first[0] }) : null,
        next: next && last ? to({ ...start, after: last[0] }) : null,
      }}
    >
      {first && last ? (
        <span className="lo q max-phone:hidden">
          {t('shown', { from: text(first[1]), to: until(last[1], first[1]) })} · {zone}
        </span>
      ) : null}
      <select
        className="btn small plain max-phone:hidden"
        aria-label={t('size')}
        value={String(answer.page.size)}
        onChange={(event) => turn({ ...start, size: event.target.value === usualSize ? null : event.target.value })}
      >
        {sizes.map((size) => (
          <option key={size} value={size}>
            {t('aPage', { size })}
          </option>
        ))}
      </select>
    </Pager>
  );
}
