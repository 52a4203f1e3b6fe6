'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { ConsumptionName } from '@/lib/domain/consumption';
import { isStatus } from '@/lib/domain/consumption-series';
import type { ConsumptionView } from '@/lib/domain/consumption-view';
import { useFormat } from '@/lib/format/use-format';

function fullName({ label, short }: ConsumptionName, direct: string): string {
  return short ? `${label ?? direct} ${short}` : (label ?? direct);
}

/** The words for a key of the split: a name from the data, a status, "9 other issuers". */
export function useNames(view: ConsumptionView): (key: string | null) => string {
  const t = useTranslations('dashboard');
  const words = useTranslations('vocabulary');
  const f = useFormat();
  const { split, names, breakdown } = view;
  return useCallback(
    (key: string | null) => {
      if (split === 'none') return t('columns.signedItems');
      if (split === 'status') return isStatus(key) ? words(`operationStatus.${key}`) : '';
      const name = key === null ? undefined : names[key];
      if (key !== null) return name ? fullName(name, t('direct')) : key;
      const n = breakdown?.rest.length ?? 0;
      return t(`others.${split}`, { n, count: f.count(n) });
    },
    [t, words, f, split, names, breakdown],
  );
}
