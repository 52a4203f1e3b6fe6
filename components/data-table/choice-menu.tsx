'use client';

import { useEffect, useState } from 'react';
import { Icon } from '@/components/icons/icon';
import type { ChoiceFilter, FilterOption } from './filters';
import type { MenuProps } from './menu-props';

/** Fewer choices than this are seen at a glance and need no search. */
const searchFrom = 9;
const pauseMs = 250;

/** One of several by name; beyond what was sent, the server looks for what is typed. */
export function ChoiceMenu({ filter, draft, set, close, saying: { t, format } }: MenuProps<ChoiceFilter>) {
  const { field, options, find } = filter;
  const [text, setText] = useState('');
  const found = useFound(find, text.trim());
  const wanted = text.trim().toLowerCase();
  const matching = found ?? options.filter(([, name, detail]) => `${name} ${detail}`.toLowerCase().includes(wanted));
  // The database orders by code points (Á after Z); a reader looks in the order of the language.
  const shown = [...matching].sort((a, b) => format.compareNames(a[1], b[1]));
  const chosen = draft[field];
  const choose = (id: string) => {
    set({ [field]: id === chosen ? null : id });
    close();
  };
  return (
    <>
      {options.length >= searchFrom ? (
        <input
          className="inp mb-1"
          type="search"
          aria-label={t('filter.find')}
          placeholder={t('filter.find')}
          value={text}
          maxLength={100}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        />
      ) : null}
      <ul>
        {shown.map(([id, name, detail]) => (
          <li key={id}>
            <button type="button" className="item" aria-pressed={id === chosen} onClick={() => choose(id)}>
              <span className="grow py-1">
                {name} <span className="q id">{detail}</span>
              </span>
              {id === chosen ? <Icon name="check" small /> : null}
            </button>
          </li>
        ))}
      </ul>
      {shown.length === 0 ? <p className="q p-2">{t('filter.noneFound')}</p> : null}
      {find && wanted === '' ? <p className="q p-2">{t('filter.typeForMore')}</p> : null}
    </>
  );
}

/** What the server finds for a text, after a pause in typing; null while there is nothing to ask. */
function useFound(find: ChoiceFilter['find'], search: string): readonly FilterOption[] | null {
  const [found, setFound] = useState<readonly FilterOption[] | null>(null);
  useEffect(() => {
    if (!find || search === '') {
      setFound(null);
      return;
    }
    const stop = new AbortController();
    const timer = setTimeout(() => {
      // Where it fails, the choices that are there stay; the next letter asks again.
      find(search, stop.signal).then(setFound, () => {});
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [find, search]);
  return found;
}
