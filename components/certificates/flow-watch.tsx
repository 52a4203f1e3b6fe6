'use client';

import { useWatch } from '@/components/ui/use-watch';

/** Looks again by itself while a job is at work. */
export function FlowWatch({ isAtWork }: { isAtWork: boolean }) {
  useWatch(isAtWork);
  return null;
}
