import { payerKindOf } from '@/lib/domain/company';
import { monthStart, runningShares } from './calendar';
import { type Companies, slug } from './companies';
import type { Random } from './random';

/** A client service as the operations of the demonstration see it. */
export type Customer = {
  id: string;
  partner_id: string;
  issuer_id: string;
  payer_kind: string;
  payer_id: string;
  source: string;
  prefix: string;
  seal: string;
  custody: boolean;
  hashes: number;
};

type Busy = { customer: Customer; weight: number; since: string; until: string };

/** Ranks of the services whose issuers have accounts, among the most used ones. */
const known: readonly (readonly [rank: number, place: number])[] = [
  [0, 0],
  [3, 16],
  [6, 54],
];
const zipf = 0.9;
const sources = ['API_SYNC', 'API_ASYNC', 'API_SYNC', 'API_ASYNC', 'API_SYNC', 'PROXY', 'HOT_FOLDER', 'API_ASYNC'];

/** Gives each service its share of the traffic and the time in which it was used. */
export function makeCustomers(random: Random, companies: Companies, today: string): Busy[] {
  const partnerTypes = new Map(companies.partners.map((partner) => [partner.id, partner.type]));
  const issuers = new Map(companies.issuers.map((issuer) => [issuer.id, issuer]));
  return ranked(random, companies.services.length).map((place, rank): Busy => {
    const service = companies.services[place];
    const issuer = issuers.get(service?.issuerId ?? '');
    if (!service || !issuer) throw new Error(`service ${place} has no issuer`);
    const payer = payerKindOf(partnerTypes.get(issuer.partnerId) ?? 'HOUSE');
    const stopped = issuer.status !== 'active' || service.status !== 'active';
    return {
      weight: (rank + 1) ** -zipf,
      since: place > 40 && random.next() < 0.35 ? monthStart(today, -random.below(20)) : '0001-01-01',
      until: stopped ? monthStart(today, -1 - random.below(2)) : '9999-12-31',
      customer: {
        id: service.id,
        partner_id: issuer.partnerId,
        issuer_id: issuer.id,
        payer_kind: payer,
        payer_id: payer === 'PARTNER' ? issuer.partnerId : issuer.id,
        source: sources[rank < 3 ? rank : random.below(sources.length)] ?? 'API_SYNC',
        prefix: slug(issuer.name).slice(0, 4).toUpperCase(),
        seal: issuer.name,
        custody: issuer.bundle === 'PREMIUM',
        hashes: place % 9 === 4 ? 0.4 : 0.02,
      },
    };
  });
}

/** Places of services, the most used first. */
function ranked(random: Random, count: number): number[] {
  const places = Array.from({ length: count }, (_, place) => ({ place, key: random.next() }))
    .filter(({ place }) => known.every(([, other]) => other !== place))
    .sort((a, b) => a.key - b.key)
    .map(({ place }) => place);
  for (const [rank, place] of known) places.splice(rank, 0, place);
  return places;
}

/** The services in use in the month of `day`, and their running shares of its operations. */
export function inUse(all: readonly Busy[], day: string): { customers: Customer[]; shares: number[] } {
  const month = monthStart(day, 0);
  const used = all.filter(({ since, until }) => since <= month && month < until);
  return { customers: used.map(({ customer }) => customer), shares: runningShares(used.map(({ weight }) => weight)) };
}
