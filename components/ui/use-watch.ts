'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

const everyMs = 1_500;

/** Reads the page anew every second and a half while something that it shows is under way, and somebody looks. */
export function useWatch(isUnderWay: boolean): void {
  const router = useRouter();
  useEffect(() => {
    if (!isUnderWay) return;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') router.refresh();
    }, everyMs);
    return () => clearInterval(timer);
  }, [isUnderWay, router]);
}
