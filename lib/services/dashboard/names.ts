import 'server-only';
import { and, inArray } from 'drizzle-orm';
import { housePartnerId } from '@/db/house';
import { clientServices, issuers, partners } from '@/db/schema';
import { inPartnerScope, inScope } from '@/db/scope';
import type { Database } from '@/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import type { ConsumptionName, ConsumptionSplit } from '@/lib/domain/consumption';

type Names = Record<string, ConsumptionName>;

/** Names of the services, issuers or partners that a split found; none for the other splits. */
export async function namesOf(db: Database, actor: Actor, split: ConsumptionSplit, keys: string[]): Promise<Names> {
  if (keys.length === 0) return {};
  if (split === 'service') return serviceNames(db, actor, keys);
  if (split === 'issuer') {
    const rows = await db
      .select({ id: issuers.id, label: issuers.name })
      .from(issuers)
      .where(and(inScope(actor, { partnerId: issuers.partnerId, issuerId: issuers.id }), inArray(issuers.id, keys)));
    return Object.fromEntries(rows.map(({ id, label }) => [id, { label }]));
  }
  if (split === 'partner') {
    const rows = await db
      .select({ id: partners.id, label: partners.name })
      .from(partners)
      .where(and(inPartnerScope(actor, partners.id), inArray(partners.id, keys)));
    return Object.fromEntries(rows.map(({ id, label }) => [id, { label: id === housePartnerId ? null : label }]));
  }
  return {};
}

async function serviceNames(db: Database, actor: Actor, keys: string[]): Promise<Names> {
  const rows = await db
    .select({ id: clientServices.id, label: clientServices.name, alias: clientServices.alias })
    .from(clientServices)
    .where(and(inScope(actor, clientServices), inArray(clientServices.id, keys)));
  return Object.fromEntries(rows.map(({ id, label, alias }) => [id, { label, short: `·${alias.slice(-6)}` }]));
}
