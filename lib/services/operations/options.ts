import 'server-only';
import { and, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { housePartnerId } from '@/db/house';
import { clientServices, issuers, partners } from '@/db/schema';
import { inPartnerScope, inScope } from '@/db/scope';
import type { Database } from '@/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import { operationFilterSchema } from '@/lib/domain/operation-filter';
import { query } from '../define';
import type { FilterOption, FilterOptions } from './schemas';

/** Choices that a menu holds; what lies beyond is found by typing. */
const mostOptions = 200;

const input = operationFilterSchema.pick({ service: true, issuer: true, partner: true }).extend({
  /** Part of a name or alias, '' for all. */
  search: z
    .string()
    .max(100)
    .regex(/^\P{Cc}*$/u),
});
type Input = z.infer<typeof input>;

/** What the filter menus offer within scope: those that contain `search`, and the chosen ones so that they have a name. */
export const operationOptions = query({
  name: 'operations.options',
  permission: 'operations.view',
  input,
  run: async ({ db, actor, input: given }): Promise<FilterOptions> => {
    const [services, issuersFound, partnersFound] = await Promise.all([
      serviceOptions(db, actor, given),
      // An issuer's operator has one issuer, a partner's one partner: nothing to choose.
      actor.role === 'issuer' ? [] : issuerOptions(db, actor, given),
      actor.role === 'administrator' ? partnerOptions(db, actor, given) : [],
    ]);
    return {
      services: services.slice(0, mostOptions),
      issuers: issuersFound.slice(0, mostOptions),
      partners: partnersFound.slice(0, mostOptions),
      more: {
        services: services.length > mostOptions,
        issuers: issuersFound.length > mostOptions,
        partners: partnersFound.length > mostOptions,
      },
    };
  },
});

/** Contains the text, whatever the case; or is the chosen one. */
function offered(text: SQL, id: SQL, search: string, chosen: string | null): SQL | undefined {
  if (search === '') return undefined;
  const contains = sql`strpos(lower(${text}), lower(${search})) > 0`;
  return chosen === null ? contains : sql`(${contains} or ${id} = ${chosen})`;
}

/** The chosen one first, so that the limit never cuts it off. */
const chosenFirst = (id: SQL, chosen: string | null): SQL => (chosen === null ? sql`` : sql`${id} <> ${chosen}, `);

const whereOf = (...conditions: (SQL | undefined)[]): SQL => sql`where ${and(sql`true`, ...conditions)}`;

const most = mostOptions + 1;
const serviceId = sql`client_services.id`;
const serviceText = sql`issuers.name || ' ' || client_services.name || ' ' || client_services.alias`;

async function serviceOptions(db: Database, actor: Actor, { service, search }: Input): Promise<FilterOption[]> {
  const rows = await db.execute<{ id: string; name: string; alias: string; issuer: string }>(sql`
    select client_services.id, client_services.name, client_services.alias, issuers.name as issuer
    from client_services join issuers on issuers.id = client_services.issuer_id
    ${whereOf(inScope(actor, clientServices), offered(serviceText, serviceId, search, service))}
    order by ${chosenFirst(serviceId, service)} issuers.name, client_services.name limit ${most}`);
  const ownIssuer = actor.role === 'issuer';
  return rows.map(({ id, name, alias, issuer }) => [
    id,
    ownIssuer ? name : `${issuer}, ${name}`,
    `·${alias.slice(-6)}`,
  ]);
}

const issuerId = sql`issuers.id`;
const issuerText = sql`issuers.name || ' ' || issuers.code`;

async function issuerOptions(db: Database, actor: Actor, { issuer, search }: Input): Promise<FilterOption[]> {
  const scope = inScope(actor, { partnerId: issuers.partnerId, issuerId: issuers.id });
  const rows = await db.execute<{ id: string; name: string; code: string }>(sql`
    select id, name, code from issuers ${whereOf(scope, offered(issuerText, issuerId, search, issuer))}
    order by ${chosenFirst(issuerId, issuer)} name limit ${most}`);
  return rows.map(({ id, name, code }) => [id, name, code]);
}

const partnerId = sql`partners.id`;
const partnerText = sql`partners.name || ' ' || partners.code`;

async function partnerOptions(db: Database, actor: Actor, { partner, search }: Input): Promise<FilterOption[]> {
  const scope = inPartnerScope(actor, partners.id);
  const rows = await db.execute<{ id: string; name: string; code: string }>(sql`
    select id, name, code from partners ${whereOf(scope, offered(partnerText, partnerId, search, partner))}
    order by ${chosenFirst(partnerId, partner)} name limit ${most}`);
  return rows.map(({ id, name, code }) => (id === housePartnerId ? [id, null, ''] : [id, name, code]));
}
