'use client';

import { useId } from 'react';
import { Icon } from '@/components/icons/icon';
import { periods, rangeOfPeriod } from '@/lib/domain/list-periods';
import type { DaysFilter } from './filters';
import type { MenuProps } from './menu-props';

/** The usual range needs no name in the address. */
const usual = 'last-90-days';

/** A period, which moves with today, or days from and to, both included, which stay. */
export function DaysMenu({ filter, draft, set, close, today, saying: { t, format, shown } }: MenuProps<DaysFilter>) {
  const id = useId();
  const named = Boolean(draft.from || draft.to);
  const present = named ? null : (draft.period ?? usual);
  const days = named ? shown : rangeOfPeriod(periods.find((each) => each === present) ?? usual, today);
  const ends = { from: draft.from ?? days.from ?? today, to: draft.to ?? days.to ?? today };
  return (
    <>
      {periods.map((period) => {
        const { from, to } = rangeOfPeriod(period, today);
        return (
          <button
            key={period}
            type="button"
            className="item"
            aria-pressed={period === present}
            onClick={() => {
              set({ period: period === usual ? null : period, from: null, to: null });
              close();
            }}
          >
            <span className="grow">{t(`period.${period}`)}</span>
            <span className="q">{format.range(from, to)}</span>
            {period === present ? <Icon name="check" small /> : null}
          </button>
        );
      })}
      <div className="mt-1 grid grid-cols-2 gap-2 border-border border-t p-2">
        {(['from', 'to'] as const).map((end) => (
          <div key={end}>
            <label className="lab" htmlFor={`${id}-${end}`}>
              {t(`filter.${end}`)}
            </label>
            <input
              id={`${id}-${end}`}
              className="inp px-1.5 text-13"
              type="date"
              value={ends[end]}
              onChange={(event) => event.target.value && set({ period: null, ...ends, [end]: event.target.value })}
            />
          </div>
        ))}
      </div>
      <p className="help px-2 pb-2">{filter.help}</p>
    </>
  );
}
