'use client';

import { useCallback, useEffect, useMemo, useState } from 'react';
import { mostAtOnce } from '@/lib/domain/export';
import { paths } from '@/lib/paths';
import type { ExportAnnouncement } from '@/lib/services/exports/schemas';
import { ask, Refused } from './ask';
import { type Asked, exportQuery } from './asked';
import { saveFile } from './save-file';

export type ExportState =
  | { readonly kind: 'idle'; readonly busy: boolean }
  | { readonly kind: 'saved'; readonly name: string; readonly rows: number }
  | { readonly kind: 'begun' }
  | { readonly kind: 'trouble'; readonly of: 'count' | 'file' | 'start'; readonly code: string };

/** One export of what is asked, from the count to the file or to its beginning in the background. */
export function useExport({ list, query, columns, total }: Asked, begun: () => Promise<void>) {
  const [announced, setAnnounced] = useState<ExportAnnouncement | null>(null);
  const [format, setFormat] = useState<'csv' | 'xlsx'>('csv');
  const [state, setState] = useState<ExportState>({ kind: 'idle', busy: false });
  const address = JSON.stringify(exportQuery({ query, columns }));
  const asked = useMemo((): Asked['query'] => JSON.parse(address), [address]);
  const large = (announced?.rows ?? total ?? 0) > mostAtOnce;

  const count = useCallback(async () => {
    try {
      const response = await ask(paths.exports.of(list, asked));
      setAnnounced(await response.json());
      setState({ kind: 'idle', busy: false });
    } catch (error) {
      setState({ kind: 'trouble', of: 'count', code: codeOf(error) });
    }
  }, [list, asked]);
  useEffect(() => void count(), [count]);

  async function go(): Promise<void> {
    setState({ kind: 'idle', busy: true });
    try {
      if (large) {
        await ask(paths.exports.of(list, asked, format), 'POST');
        await begun();
        return setState({ kind: 'begun' });
      }
      const { name, rows } = await saveFile({ list, query: asked }, format);
      setAnnounced((before) => before && { ...before, rows });
      setState({ kind: 'saved', name, rows });
    } catch (error) {
      // It has grown beyond what goes at once since it was counted: the new count offers the other way.
      if (error instanceof Refused && error.code === 'conflict') return count();
      setState({ kind: 'trouble', of: large ? 'start' : 'file', code: codeOf(error) });
    }
  }

  return { announced, format, setFormat, large, state, go: () => void go(), again: () => void count() };
}

const codeOf = (error: unknown): string => (error instanceof Refused ? error.code : 'broken');
