import type { useTranslations } from 'next-intl';
import { addDays } from '@/lib/domain/consumption-calendar';
import type { Formatter } from '@/lib/format/formatter';

type T = ReturnType<typeof useTranslations<'operations.filter'>>;

/** The usual ranges of days, ending today. */
export function presetsOf(today: string, usualDays: number, t: T, format: Formatter) {
  const last = (count: number) => ({
    label: t('lastDays', { count: format.count(count) }),
    from: addDays(today, 1 - count),
    to: today,
  });
  const yesterday = addDays(today, -1);
  return [
    { label: t('today'), from: today, to: today },
    { label: t('yesterday'), from: yesterday, to: yesterday },
    last(7),
    last(30),
    last(usualDays),
  ];
}
