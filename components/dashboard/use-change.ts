'use client';

import { useTranslations } from 'next-intl';
import type { Change } from '@/lib/domain/consumption-scale';
import { useFormat } from '@/lib/format/use-format';

/** Writes a change: +12,4 %, "new", or a dash where there was and is nothing. */
export function useChange(): (change: Change) => string {
  const t = useTranslations('dashboard');
  const f = useFormat();
  return (change) => (change === 'new' ? t('new') : f.percentChange(change));
}
