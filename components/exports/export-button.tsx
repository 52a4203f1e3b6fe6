'use client';

import { lazy, Suspense, useRef, useState } from 'react';
import { Icon } from '@/components/icons/icon';
import { Button } from '@/components/ui/button';
import type { Asked } from './asked';

const ExportDialog = lazy(() => import('./export-dialog'));

/** Exports what a list shows. Its dialog and words come with the first press. `bare`: the icon alone, named by the label. */
export function ExportButton({ label, bare = false, ...asked }: Asked & { label: string; bare?: boolean }) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      {bare ? (
        <button
          ref={button}
          type="button"
          className="iconbtn"
          aria-haspopup="dialog"
          aria-label={label}
          onClick={() => setOpen(true)}
        >
          <Icon name="download" />
        </button>
      ) : (
        <Button ref={button} icon="download" aria-haspopup="dialog" onClick={() => setOpen(true)}>
          {label}
        </Button>
      )}
      {open ? (
        <Suspense fallback={null}>
          <ExportDialog {...asked} returnTo={button} close={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
