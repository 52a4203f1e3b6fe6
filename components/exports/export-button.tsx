'use client';

import { lazy, Suspense, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import type { Asked } from './asked';

const ExportDialog = lazy(() => import('./export-dialog'));

/** Exports what a list shows. Its dialog and words come with the first press. */
export function ExportButton({ label, ...asked }: Asked & { label: string }) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <Button ref={button} icon="download" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {label}
      </Button>
      {open ? (
        <Suspense fallback={null}>
          <ExportDialog {...asked} returnTo={button} close={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
