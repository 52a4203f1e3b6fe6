'use client';

import { useTranslations } from 'next-intl';
import { hoursKept, mostAtOnce } from '@/lib/domain/export';
import { useFormat } from '@/lib/format/use-format';
import type { ExportAnnouncement } from '@/lib/services/exports/schemas';
import type { Asked } from './asked';

/** What the file will hold: how many rows, of which filter, under which headers; and how it comes when it is large. */
export function What({
  list,
  announced,
  total,
  large,
}: Pick<Asked, 'list' | 'total'> & { announced: ExportAnnouncement | null; large: boolean }) {
  const t = useTranslations('exports');
  const format = useFormat();
  const rows = announced?.rows ?? total;
  return (
    <>
      <p className="mt-2" role="status">
        {rows === null ? t('counting') : t(`what.${list}`, { n: rows, count: format.count(rows) })}
      </p>
      <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-12 text-text-2">
        <dt>{t('filter')}</dt>
        <dd>{announced ? announced.filter.join(' · ') : <span className="bone h-8" />}</dd>
        <dt>{t('columns')}</dt>
        <dd>{announced ? announced.columns.join(' · ') : <span className="bone h-8" />}</dd>
      </dl>
      {large ? (
        <p className="mt-3 text-13 text-text-2">
          {t('large', { most: format.count(mostAtOnce), hours: format.count(hoursKept) })}
        </p>
      ) : null}
    </>
  );
}
