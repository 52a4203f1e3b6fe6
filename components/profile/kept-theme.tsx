'use client';

import { useTheme } from 'next-themes';
import { useEffect } from 'react';
import type { Theme } from '@/lib/domain/theme';

/** Brings the theme that the operator keeps to a browser that does not know it yet. */
export function KeptTheme({ theme: kept }: { theme: Theme }) {
  const { setTheme } = useTheme();
  useEffect(() => setTheme(kept), [kept, setTheme]);
  return null;
}
