import 'server-only';
import { and, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { housePartnerId } from '@/db/house';
import { clientServices, issuers, partners } from '@/db/schema';
import { inPartnerScope, inScope } from '@/db/scope';
import type { Database } from '@/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import type { ConsumptionName, ConsumptionOwner, ConsumptionOwners, ConsumptionSplit } from '@/lib/domain/consumption';
import { consumptionOwners } from '@/lib/domain/consumption-choices';

type Names = Record<string, ConsumptionName>;
type Asked = { split: ConsumptionSplit; keys: readonly string[]; only: ConsumptionOwners };
type Row = { id: string; label: string; alias: string | null };

/** Names of what a split found and of what the page is narrowed to, as far as they are in scope. One statement. */
export async function namesOf(db: Database, actor: Actor, { split, keys, only }: Asked): Promise<Names> {
  const parts = consumptionOwners.flatMap((owner) => {
    const ids = [...(split === owner ? keys : []), ...(only[owner] === null ? [] : [only[owner]])];
    return ids.length === 0 ? [] : [namesBy[owner](actor, ids)];
  });
  if (parts.length === 0) return {};
  const rows = await db.execute<Row>(sql.join(parts, sql` union all `));
  return Object.fromEntries(rows.map((row) => [row.id, nameOf(row)]));
}

function nameOf({ id, label, alias }: Row): ConsumptionName {
  if (alias !== null) return { label, short: `·${alias.slice(-6)}` };
  return { label: id === housePartnerId ? null : label };
}

/** An array in one parameter: one statement, whatever their number. */
const among = (column: PgColumn, ids: readonly string[]): SQL => sql`${column} = any (${`{${ids.join(',')}}`}::uuid[])`;

/** A service is told by its issuer and its own name, unless there is but one issuer. */
function serviceNames(actor: Actor, ids: readonly string[]): SQL {
  const own = actor.role === 'issuer';
  const label = own ? sql`${clientServices.name}` : sql`${issuers.name} || ', ' || ${clientServices.name}`;
  return sql`select ${clientServices.id}::text as id, ${label} as label, ${clientServices.alias} as alias
    from ${clientServices} join ${issuers} on ${issuers.id} = ${clientServices.issuerId}
    where ${and(inScope(actor, clientServices), among(clientServices.id, ids))}`;
}

function issuerNames(actor: Actor, ids: readonly string[]): SQL {
  const scope = inScope(actor, { partnerId: issuers.partnerId, issuerId: issuers.id });
  return sql`select ${issuers.id}::text as id, ${issuers.name} as label, null as alias
    from ${issuers} where ${and(scope, among(issuers.id, ids))}`;
}

function partnerNames(actor: Actor, ids: readonly string[]): SQL {
  return sql`select ${partners.id}::text as id, ${partners.name} as label, null as alias
    from ${partners} where ${and(inPartnerScope(actor, partners.id), among(partners.id, ids))}`;
}

const namesBy: Record<ConsumptionOwner, (actor: Actor, ids: readonly string[]) => SQL> = {
  service: serviceNames,
  issuer: issuerNames,
  partner: partnerNames,
};
