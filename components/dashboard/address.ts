import type { ConsumptionQuery } from '@/lib/domain/consumption';
import { paths } from '@/lib/paths';

/** The dashboard's address for a query; what is as usual stays out of it. */
export function addressOf(query: ConsumptionQuery): string {
  return paths.dashboard({
    months: query.months === 12 ? null : query.months,
    days: query.days === 30 ? null : query.days,
    split: query.split === 'none' ? null : query.split,
    compare: query.compare ? null : 'off',
  });
}
