'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { ConsumptionFilter } from '@/lib/domain/consumption';
import { changeOf } from '@/lib/domain/consumption-scale';
import { useFormat } from '@/lib/format/use-format';
import { FigureLink } from './figure-link';
import { useChange } from './use-change';

/** A figure beside the one of the same days of last month: by how much it changed, `relative` to it or in number. */
export function Before({
  now,
  before,
  filter,
  relative = false,
}: {
  now: number;
  before: number;
  filter: ConsumptionFilter;
  relative?: boolean;
}) {
  const t = useTranslations('dashboard');
  const f = useFormat();
  const change = useChange();
  const words = {
    count: f.count(before),
    period: f.range(filter.from, filter.to),
    b: (text: ReactNode) => <span className="delta">{text}</span>,
    w: (text: ReactNode) => <span className="nowrap">{text}</span>,
    a: (text: ReactNode) => (
      <FigureLink filter={filter} count={before}>
        {text}
      </FigureLink>
    ),
  };
  if (before > 0 || (now > 0 && !relative)) {
    const difference = relative ? change(changeOf(now, before)) : f.change(now - before);
    return t.rich('cards.onBefore', { ...words, change: difference });
  }
  return t.rich(now > 0 ? 'cards.newSince' : 'cards.noneBefore', words);
}
