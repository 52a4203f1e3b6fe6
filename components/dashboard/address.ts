import type { ConsumptionOwner, ConsumptionQuery, ConsumptionSplit } from '@/lib/domain/consumption';
import { paths } from '@/lib/paths';

/** Narrows the page to nothing. */
export const everything = { service: null, issuer: null, partner: null } as const;

/** The dashboard's address for a query; what is as usual stays out of it. */
export function addressOf(query: ConsumptionQuery): string {
  return paths.dashboard(paramsOf(query));
}

/** The parameters of that address. */
export function paramsOf(query: ConsumptionQuery): Readonly<Record<string, string | null>> {
  return {
    months: query.months === 12 ? null : String(query.months),
    days: query.days === 30 ? null : String(query.days),
    split: query.split === 'none' ? null : query.split,
    compare: query.compare ? null : 'off',
    service: query.service,
    issuer: query.issuer,
    partner: query.partner,
  };
}

/** What still differs within one of them. */
const splitWithin: Record<ConsumptionOwner, ConsumptionSplit> = {
  partner: 'issuer',
  issuer: 'service',
  service: 'none',
};

/** The same page of one service, issuer or partner alone. */
export function addressWithin(query: ConsumptionQuery, owner: ConsumptionOwner, id: string): string {
  return addressOf({ ...query, [owner]: id, split: splitWithin[owner] });
}
