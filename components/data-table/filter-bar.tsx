'use client';

import { type FormEvent, lazy, useState } from 'react';
import { Button } from '@/components/ui/button';
import { AddFilter } from './add-filter';
import { FilterChip } from './filter-chip';
import { type Filter, fieldsOf } from './filters';
import type { ListQuery } from './query';
import { type Saying, sayFilter } from './say-filter';

// Most lists are read more often than filtered: what the chips open comes with the first press.
const loadMenus = () => import('./filter-menus');
const FilterMenu = lazy(loadMenus);

type Props = {
  filters: readonly Filter[];
  query: ListQuery;
  /** Address of the page, for a form that is sent before the script came. */
  action: string;
  today: string;
  saying: Saying;
  /** The chip that is open, if any; "add" is the menu of those that are folded. */
  open: string | null;
  setOpen: (field: string | null) => void;
  search: (query: ListQuery) => void;
  clear: () => void;
};

/**
 * The filter as a sentence. What is chosen waits for Search; × and Clear filters act at once. On a phone it is folded
 * behind one button with its sum in words.
 */
export function FilterBar({ filters, query, action, today, saying, open, setOpen, search, clear }: Props) {
  const { t, format } = saying;
  const [draft, setDraft] = useState(query);
  const [base, setBase] = useState(query);
  const [added, setAdded] = useState<readonly string[]>([]);
  const [unfolded, setUnfolded] = useState(false);

  // The address has changed: what was being chosen gives way to it, and the focus stays where it is.
  if (JSON.stringify(base) !== JSON.stringify(query)) {
    setBase(query);
    setDraft(query);
    setAdded([]);
  }

  const set = (changed: ListQuery) => setDraft((old) => ({ ...old, ...changed }));
  const remove = (filter: Filter) => {
    const gone = Object.fromEntries(fieldsOf(filter).map((field) => [field, null]));
    set(gone);
    setAdded(added.filter((field) => field !== filter.field));
    search({ ...draft, ...gone });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setUnfolded(false);
    setOpen(null);
    search(draft);
  };
  const narrows = (filter: Filter) => fieldsOf(filter).some((field) => draft[field]);
  // What was opened from elsewhere is in the sentence too.
  const isIn = (filter: Filter) => !filter.folded || narrows(filter) || [...added, open].includes(filter.field);
  const count = filters.filter(narrows).length;
  const fold = unfolded ? '' : 'max-phone:hidden';
  const days = filters.find(({ kind }) => kind === 'days');

  return (
    <search aria-label={t('filter.label')}>
      <form className="filters" action={action} onSubmit={submit} onPointerEnter={() => void loadMenus()}>
        <span className="phone:hidden">
          <Button small icon="configuration" aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
            {t('filter.fold', { n: count, count: format.count(count) })}
          </Button>
        </span>
        <span className={`min-w-0 truncate phone:hidden ${unfolded ? 'hidden' : ''}`}>
          {days ? sayFilter(days, draft, saying) : ''}
        </span>
        {filters.filter(isIn).map((filter) => (
          <span key={filter.field} className={`contents ${fold}`}>
            <span className="max-phone:hidden">{filter.lead}</span>
            <FilterChip
              name={filter.name}
              value={sayFilter(filter, draft, saying)}
              narrows={narrows(filter)}
              clear={
                narrows(filter) ? { label: t('filter.remove', { name: filter.name }), act: () => remove(filter) } : null
              }
              open={open === filter.field}
              setOpen={(opened) => setOpen(opened ? filter.field : null)}
            >
              <FilterMenu {...{ filter, draft, set, today, saying }} close={() => setOpen(null)} />
            </FilterChip>
          </span>
        ))}
        <span className={`contents ${fold}`}>
          <AddFilter
            label={t('filter.add')}
            filters={filters.filter((filter) => !isIn(filter))}
            open={open === 'add'}
            setOpen={(opened) => setOpen(opened ? 'add' : null)}
            add={(field) => {
              setAdded([...added, field]);
              setOpen(field);
            }}
          />
          <span className="ml-auto flex gap-1.5 max-phone:basis-full">
            <Button variant="plain" small onClick={clear}>
              {t('filter.clear')}
            </Button>
            <button type="submit" className="btn small primary">
              {t('filter.search')}
            </button>
          </span>
        </span>
      </form>
    </search>
  );
}
