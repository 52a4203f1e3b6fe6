'use client';

import { type RefObject, useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import type { Filter } from './filters';

/** Takes one more filter into the sentence. */
export function AddFilter({
  label,
  filters,
  open,
  setOpen,
  add,
}: {
  label: string;
  filters: readonly Filter[];
  open: boolean;
  setOpen: (open: boolean) => void;
  add: (field: string) => void;
}) {
  const box = useRef<HTMLSpanElement>(null);
  useLeave(box, open, setOpen);
  if (filters.length === 0) return null;
  return (
    <span ref={box} className="relative">
      <Button variant="plain" small icon="plus" aria-expanded={open} onClick={() => setOpen(!open)}>
        {label}
      </Button>
      {open ? (
        <ul className="menu absolute top-full left-0 mt-1">
          {filters.map(({ field, name }) => (
            <li key={field}>
              <button type="button" className="item" onClick={() => add(field)}>
                {name}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </span>
  );
}

/** Closes what is open by Escape, by a press elsewhere, and when the focus leaves; the focus begins at its first choice. */
function useLeave(box: RefObject<HTMLElement | null>, open: boolean, setOpen: (open: boolean) => void): void {
  useEffect(() => {
    if (!open) return;
    box.current?.querySelector<HTMLElement>('.menu button')?.focus();
    const leave = (event: Event) => {
      const escaped = event instanceof KeyboardEvent && event.key === 'Escape';
      const outside = event.target instanceof Node && !box.current?.contains(event.target);
      if (escaped || outside) setOpen(false);
      if (!escaped) return;
      event.stopPropagation();
      box.current?.querySelector('button')?.focus();
    };
    document.addEventListener('keydown', leave, true);
    document.addEventListener('pointerdown', leave);
    document.addEventListener('focusin', leave);
    return () => {
      document.removeEventListener('keydown', leave, true);
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('focusin', leave);
    };
  }, [box, open, setOpen]);
}
