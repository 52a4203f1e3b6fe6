'use client';

import { lazy, Suspense, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import type { ButtonLook } from '@/components/ui/button-look';
import type { Confirmation } from './confirm-dialog';

const ConfirmDialog = lazy(() => import('./confirm-dialog'));

/**
 * A button for what should be thought over: it opens a dialog that names the object and what will happen, and only
 * there acts. `blocked` says why it can not be done now: the button stays, still, with the reason beside it.
 */
export function ConfirmAction<T>({
  label,
  look,
  blocked,
  ...confirmation
}: Confirmation<T> & { label: string; look?: ButtonLook; blocked?: string | null }) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      {blocked ? <span className="q text-13">{blocked}</span> : null}
      <Button {...look} ref={button} disabled={Boolean(blocked)} onClick={() => setOpen(true)}>
        {label}
      </Button>
      {open ? (
        <Suspense>
          <ConfirmDialog {...(confirmation as Confirmation<unknown>)} returnTo={button} close={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
