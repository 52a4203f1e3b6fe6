'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { ConsumptionQuery, ConsumptionSplit } from '@/lib/domain/consumption';
import { sameDaysOfLastMonth } from '@/lib/domain/consumption-calendar';
import { useFormat } from '@/lib/format/use-format';
import { addressOf } from './address';
import { SegmentLinks } from './segment-links';

/** What all of the page follows: the comparison and the split. Both are in the address. */
export function ConsumptionControls({
  today,
  query,
  splits,
}: {
  today: string;
  query: ConsumptionQuery;
  splits: readonly ConsumptionSplit[];
}) {
  const t = useTranslations('dashboard');
  const f = useFormat();
  const router = useRouter();
  const before = sameDaysOfLastMonth(today);
  return (
    <div className="consumption-controls">
      <label className="choice s">
        <input
          type="checkbox"
          checked={query.compare}
          onChange={() => router.push(addressOf({ ...query, compare: !query.compare }), { scroll: false })}
        />
        {t('compare', { period: f.range(before.from, before.to) })}
      </label>
      <SegmentLinks
        label={t('splitBy')}
        value={query.split}
        choices={splits.map((value) => ({ value, label: t(`split.${value}`) }))}
        address={(split) => addressOf({ ...query, split })}
      />
    </div>
  );
}
