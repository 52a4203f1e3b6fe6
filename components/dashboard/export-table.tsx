'use client';

import { useTranslations } from 'next-intl';
import { ExportButton } from '@/components/exports/export-button';
import type { ConsumptionQuery } from '@/lib/domain/consumption';
import { countsRequests } from '@/lib/domain/consumption-series';
import type { ConsumptionTable } from '@/lib/services/dashboard/schemas';
import { paramsOf } from './address';

/** A table of the dashboard as a file: the same period, split and narrowing, with every part by name. */
export function ExportTable({ table, query }: { table: ConsumptionTable; query: ConsumptionQuery }) {
  const t = useTranslations('dashboard');
  return (
    <ExportButton
      bare
      label={t(`export.${table}`)}
      list={`consumption-${table}`}
      query={paramsOf(query)}
      columns={columnsOf(table, query)}
      total={null}
    />
  );
}

/** What the table itself shows; the id tells parts of one name apart. */
function columnsOf(table: ConsumptionTable, { split, compare }: ConsumptionQuery): string[] {
  if (table === 'failures') return ['period', 'code', 'reason', 'requests'];
  const figures = countsRequests(split) ? ['requests'] : ['signedItems', 'requests', 'failures'];
  return [
    'period',
    ...(split === 'none' ? [] : ['part', 'id']),
    ...figures,
    ...(table === 'parts' && compare ? ['before'] : []),
  ];
}
