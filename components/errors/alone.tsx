'use client';

import type { ReactNode } from 'react';
import { Brand } from '@/components/icons/brand';
import { href, paths } from '@/lib/paths';

/** A page outside the frame: only the brand above what it says. A plain link, since the frame must load anew. */
export function Alone({ children }: { children: ReactNode }) {
  return (
    <main className="alone">
      <a className="brand" href={href(paths.home())}>
        <Brand />
      </a>
      {children}
    </main>
  );
}
