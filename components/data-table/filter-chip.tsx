'use client';

import { type ReactNode, Suspense, useEffect, useId, useRef, useState } from 'react';
import { Icon } from '@/components/icons/icon';

/** Widest a menu gets; one that would leave the window opens to the left. */
const menuWidth = 300;

type Props = {
  /** Name of the filter for screen readers, before what it says. */
  name: string;
  /** What the chip says: "any status", "Failed". */
  value: string;
  /** True when it narrows the list: solid edge and ×. */
  narrows: boolean;
  clear: { label: string; act: () => void } | null;
  open: boolean;
  setOpen: (open: boolean) => void;
  children: ReactNode;
};

/** One word of the filter sentence: a button that opens its choices, and a × where it narrows. Escape closes it. */
export function FilterChip({ name, value, narrows, clear, open, setOpen, children }: Props) {
  const [left, setLeft] = useState(false);
  const box = useRef<HTMLSpanElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const menu = useId();

  useEffect(() => {
    if (!open) return;
    setLeft((box.current?.getBoundingClientRect().left ?? 0) + menuWidth > window.innerWidth);
    const closeOutside = (event: Event) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false);
    };
    const leave = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener('keydown', leave, true);
    document.addEventListener('pointerdown', closeOutside);
    document.addEventListener('focusin', closeOutside);
    return () => {
      document.removeEventListener('keydown', leave, true);
      document.removeEventListener('pointerdown', closeOutside);
      document.removeEventListener('focusin', closeOutside);
    };
  }, [open, setOpen]);

  return (
    <span ref={box} className={narrows ? 'fil relative' : 'fil any relative'}>
      <button ref={button} type="button" aria-expanded={open} aria-controls={menu} onClick={() => setOpen(!open)}>
        <span className="sr-only">{name}: </span>
        <span className="max-w-80 truncate">{value}</span>
        <Icon name="down" small />
      </button>
      {clear ? (
        <button type="button" aria-label={clear.label} onClick={clear.act}>
          <Icon name="close" small />
        </button>
      ) : null}
      {open ? (
        <div
          id={menu}
          className={`menu absolute top-full mt-1 w-[18.75rem] font-normal ${left ? 'right-0' : 'left-0'}`}
        >
          <Suspense fallback={<span className="bone m-2 h-8" />}>{children}</Suspense>
        </div>
      ) : null}
    </span>
  );
}
