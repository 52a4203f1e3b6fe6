'use client';

import { type RefObject, useEffect, useRef } from 'react';
import { singleKeys } from './single-keys';

type Acts = {
  search: () => void;
  help: () => void;
  escape: () => void;
};

const typing = 'input:not([type=checkbox]), textarea, select, [contenteditable]';

/** The keyboard of a list: "/" j k x ? and Escape. Enter opens by itself: j and k move the focus from link to link. */
export function useKeys(body: RefObject<HTMLTableSectionElement | null>, acts: Acts): void {
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
      if (target?.closest(typing) || document.querySelector('[role=dialog]')) return;
      // Not prevented: Escape also closes what floats over the page.
      if (event.key === 'Escape') return latest.current.escape();
      const act = singleKeys() ? actOf(event.key, body.current, latest.current) : null;
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', press);
    // Said only while it is true: before the script has come, no key does anything.
    body.current?.setAttribute('aria-keyshortcuts', '/ j k x ?');
    return () => document.removeEventListener('keydown', press);
  }, [body]);
}

function actOf(key: string, body: HTMLElement | null, acts: Acts): (() => void) | null {
  if (key === '/') return acts.search;
  if (key === '?') return acts.help;
  if (key === 'j') return () => move(body, 1);
  if (key === 'k') return () => move(body, -1);
  if (key === 'x') return () => rowOf(body)?.querySelector<HTMLInputElement>('.sel > input')?.click();
  return null;
}

/** The row that holds the focus. */
function rowOf(body: HTMLElement | null): HTMLTableRowElement | null {
  const row = document.activeElement?.closest('tr') ?? null;
  return row && body?.contains(row) ? row : null;
}

function move(body: HTMLElement | null, by: 1 | -1): void {
  const rows = [...(body?.querySelectorAll('tr') ?? [])];
  const focused = rowOf(body);
  const here = focused ? rows.indexOf(focused) : -1;
  const next = here < 0 ? 0 : Math.min(Math.max(here + by, 0), rows.length - 1);
  const link = rows[next]?.querySelector<HTMLElement>('a[data-row]');
  link?.focus({ preventScroll: true });
  rows[next]?.scrollIntoView({ block: 'nearest' });
}
