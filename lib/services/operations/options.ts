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

/** Choices that a menu holds, and every page carries; what lies beyond is found by typing. */
const mostOptions = 50;

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
    const all = await readChoices(db, actor, given);
    const of = (kind: Choice['kind']) => all.filter((choice) => choice.kind === kind);
    const ownIssuer = actor.role === 'issuer';
    const services = of('service').map(
      ({ id, name, detail, issuer }): FilterOption => [
        id,
        ownIssuer ? name : `${issuer}, ${name}`,
        `·${detail.slice(-6)}`,
      ],
    );
    const issuersFound = of('issuer').map(({ id, name, detail }): FilterOption => [id, name, detail]);
    const partnersFound = of('partner').map(({ id, name, detail }): FilterOption => {
      return id === housePartnerId ? [id, null, ''] : [id, name, detail];
    });
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

function servicesOf(actor: Actor, { service, search }: Input): SQL {
  return sql`(select 'service' as kind, client_services.id, client_services.name, client_services.alias as detail, issuers.name as issuer
    from client_services join issuers on issuers.id = client_services.issuer_id
    ${whereOf(inScope(actor, clientServices), offered(serviceText, serviceId, search, service))}
    order by ${chosenFirst(serviceId, service)} issuers.name, client_services.name limit ${most})`;
}

const issuerId = sql`issuers.id`;
const issuerText = sql`issuers.name || ' ' || issuers.code`;

function issuersOf(actor: Actor, { issuer, search }: Input): SQL {
  const scope = inScope(actor, { partnerId: issuers.partnerId, issuerId: issuers.id });
  return sql`(select 'issuer', id, name, code, '' from issuers ${whereOf(scope, offered(issuerText, issuerId, search, issuer))}
    order by ${chosenFirst(issuerId, issuer)} name limit ${most})`;
}

const partnerId = sql`partners.id`;
const partnerText = sql`partners.name || ' ' || partners.code`;

function partnersOf(actor: Actor, { partner, search }: Input): SQL {
  const scope = inPartnerScope(actor, partners.id);
  return sql`(select 'partner', id, name, code, '' from partners ${whereOf(scope, offered(partnerText, partnerId, search, partner))}
    order by ${chosenFirst(partnerId, partner)} name limit ${most})`;
}

type Choice = { kind: 'service' | 'issuer' | 'partner'; id: string; name: string; detail: string; issuer: string };

/** All menus in one statement: every list page asks for them. Each part keeps its order. */
async function readChoices(db: Database, actor: Actor, given: Input): Promise<readonly Choice[]> {
  const parts = [
    servicesOf(actor, given),
    // An issuer's operator has one issuer, a partner's one partner: nothing to choose.
    ...(actor.role === 'issuer' ? [] : [issuersOf(actor, given)]),
    ...(actor.role === 'administrator' ? [partnersOf(actor, given)] : []),
  ];
  return db.execute<Choice>(sql.join(parts, sql` union all `));
}
