'use client';

import * as Radix from '@radix-ui/react-dialog';
import type { ReactNode, RefObject } from 'react';

/**
 * A modal: the focus stays inside and goes back to `returnTo`, Escape and a press on the scrim close, the page behind is
 * still. `title` names it for screen readers; `className` places it. 13 KB of script: load it by import() when asked for.
 */
export function Dialog({
  open,
  onOpenChange,
  title,
  className,
  returnTo,
  children,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  className: string;
  returnTo: RefObject<HTMLElement | null>;
  children: ReactNode;
}) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="scrim" />
        <Radix.Content
          className={className}
          aria-modal
          aria-describedby={undefined}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            returnTo.current?.focus();
          }}
        >
          <Radix.Title className="sr-only">{title}</Radix.Title>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** A button inside that closes it. */
export const DialogClose = Radix.Close;
