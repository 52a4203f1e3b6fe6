'use client';

import { useCallback, useEffect, useState } from 'react';
import { paths } from '@/lib/paths';
import type { ExportRun } from '@/lib/services/exports/schemas';
import { ask } from './ask';

const everyMs = 1_000;

export type Runs = ReturnType<typeof useRuns>;

export const isOpen = ({ state }: ExportRun): boolean => state === 'waiting' || state === 'running';

/** The operator's own background exports, looked at every second while one of them is under way. */
export function useRuns() {
  const [runs, setRuns] = useState<readonly ExportRun[] | null>(null);
  const load = useCallback(async () => {
    // What cannot be read now is read by the next look; what is known stays.
    const response = await ask(paths.exports.own()).catch(() => null);
    if (response) setRuns(await response.json());
  }, []);
  useEffect(() => void load(), [load]);
  const watching = runs?.some(isOpen) ?? false;
  useEffect(() => {
    if (!watching) return;
    const timer = setInterval(() => void load(), everyMs);
    return () => clearInterval(timer);
  }, [watching, load]);
  return {
    runs,
    load,
    cancel: async (id: string) => {
      await ask(paths.exports.run(id), 'DELETE').catch(() => null);
      await load();
    },
  };
}
