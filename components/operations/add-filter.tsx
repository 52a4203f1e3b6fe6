'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';

/** Filters that are out of the sentence until somebody wants them. */
export type Addable = 'partner' | 'source' | 'error' | 'reference' | 'document';

/** Takes one more filter into the sentence. */
export function AddFilter({ fields, add }: { fields: readonly Addable[]; add: (field: Addable) => void }) {
  const t = useTranslations('operations.filter');
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLSpanElement>(null);

  useEffect(() => {
    if (!open) return;
    box.current?.querySelector<HTMLElement>('.menu button')?.focus();
    const leave = (event: Event) => {
      const escaped = event instanceof KeyboardEvent && event.key === 'Escape';
      const outside = event.target instanceof Node && !box.current?.contains(event.target);
      if (escaped || outside) setOpen(false);
      if (escaped) box.current?.querySelector('button')?.focus();
    };
    document.addEventListener('keydown', leave);
    document.addEventListener('pointerdown', leave);
    document.addEventListener('focusin', leave);
    return () => {
      document.removeEventListener('keydown', leave);
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('focusin', leave);
    };
  }, [open]);

  if (fields.length === 0) return null;
  return (
    <span ref={box} className="relative">
      <Button variant="plain" small icon="plus" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t('add')}
      </Button>
      {open ? (
        <ul className="menu absolute top-full left-0 mt-1">
          {fields.map((field) => (
            <li key={field}>
              <button
                type="button"
                className="item"
                onClick={() => {
                  setOpen(false);
                  add(field);
                }}
              >
                {t(`name.${field}`)}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </span>
  );
}
