import 'server-only';
import { and, asc, eq, or, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
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
function offered(text: SQL, id: PgColumn, search: string, chosen: string | null): SQL | undefined {
  if (search === '') return undefined;
  const contains = sql`strpos(lower(${text}), lower(${search})) > 0`;
  return chosen === null ? contains : or(contains, eq(id, chosen));
}

/** The chosen one first, so that the limit never cuts it off. */
const chosenFirst = (id: PgColumn, chosen: string | null): SQL[] => (chosen === null ? [] : [sql`${id} <> ${chosen}`]);

async function serviceOptions(db: Database, actor: Actor, { service, search }: Input): Promise<FilterOption[]> {
  const text = sql`${issuers.name} || ' ' || ${clientServices.name} || ' ' || ${clientServices.alias}`;
  const rows = await db
    .select({ id: clientServices.id, name: clientServices.name, alias: clientServices.alias, issuer: issuers.name })
    .from(clientServices)
    .innerJoin(issuers, eq(issuers.id, clientServices.issuerId))
    .where(and(inScope(actor, clientServices), offered(text, clientServices.id, search, service)))
    .orderBy(...chosenFirst(clientServices.id, service), asc(issuers.name), asc(clientServices.name))
    .limit(mostOptions + 1);
  const ownIssuer = actor.role === 'issuer';
  return rows.map(({ id, name, alias, issuer }) => [
    id,
    ownIssuer ? name : `${issuer}, ${name}`,
    `·${alias.slice(-6)}`,
  ]);
}

async function issuerOptions(db: Database, actor: Actor, { issuer, search }: Input): Promise<FilterOption[]> {
  const text = sql`${issuers.name} || ' ' || ${issuers.code}`;
  const scope = inScope(actor, { partnerId: issuers.partnerId, issuerId: issuers.id });
  const rows = await db
    .select({ id: issuers.id, name: issuers.name, code: issuers.code })
    .from(issuers)
    .where(and(scope, offered(text, issuers.id, search, issuer)))
    .orderBy(...chosenFirst(issuers.id, issuer), asc(issuers.name))
    .limit(mostOptions + 1);
  return rows.map(({ id, name, code }) => [id, name, code]);
}

async function partnerOptions(db: Database, actor: Actor, { partner, search }: Input): Promise<FilterOption[]> {
  const text = sql`${partners.name} || ' ' || ${partners.code}`;
  const rows = await db
    .select({ id: partners.id, name: partners.name, code: partners.code })
    .from(partners)
    .where(and(inPartnerScope(actor, partners.id), offered(text, partners.id, search, partner)))
    .orderBy(...chosenFirst(partners.id, partner), asc(partners.name))
    .limit(mostOptions + 1);
  return rows.map(({ id, name, code }) => (id === housePartnerId ? [id, null, ''] : [id, name, code]));
}
