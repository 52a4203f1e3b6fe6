import 'server-only';
import { and, eq, type SQL, sql } from 'drizzle-orm';
import { housePartnerId } from '@/db/house';
import { auditAccesses, clientServices, issuers, partners, usageDay, usageDelta } from '@/db/schema';
import { inPartnerScope, inScope } from '@/db/scope';
import type { Database } from '@/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import { addDays, type Day } from '@/lib/domain/consumption-calendar';
import type { Need } from './schemas';

/** Named of each kind; the number of all of them comes along. */
const mostNamed = 4;
/** A service signs regularly that did so on this many of the days looked at. */
const regularDays = 8;
const lookedAt = 35;
/** Days without an operation after which a service that signed regularly has stopped, or a new one is still unused. */
const quiet = 7;
/** A grant that ends within so many days ends soon. */
const soon = 14;

/** The facts behind `home.needs`, in one statement: each kind at most `mostNamed` times. */
export async function readNeeds(db: Database, actor: Actor, today: Day): Promise<Need[]> {
  const parts = [
    haltedServices(actor),
    stoppedServices(actor, today),
    unusedServices(actor, today),
    ...(actor.role === 'issuer' ? [ownIssuer(actor), grantsEnding(actor, today)] : [issuersApart(actor)]),
    ...(actor.role === 'issuer' ? [] : [issuersPending(actor)]),
    ...(actor.role === 'partner' ? [ownPartner(actor)] : []),
    ...(actor.role === 'administrator' ? [partnersApart(), partnersPending()] : []),
  ];
  return db.execute<Need>(sql`
    select kind, id::text as id, owner, name, code, status, day::text as day, of_kind::int as "ofKind"
    from (
      select *, count(*) over (partition by kind) as of_kind,
        row_number() over (partition by kind order by day desc nulls last, id) as place
      from (${sql.join(parts, sql` union all `)}) as need
    ) as ranked
    where place <= ${mostNamed} order by kind, place`);
}

/** Service, issuer and partner together: it signs when all three are active. */
type More = { readonly day: SQL; readonly where: SQL; readonly join?: SQL };
const serviceRows = (actor: Actor, kind: string, { day, where, join = sql`` }: More): SQL => sql`
  select ${kind}::text as kind, ${clientServices.id} as id,
    ${actor.role === 'issuer' ? sql`null` : issuers.name}::text as owner, ${clientServices.name}::text as name,
    ${clientServices.alias}::text as code, ${clientServices.status}::text as status, ${day}::date as day
  from ${clientServices}
  join ${issuers} on ${issuers.id} = ${clientServices.issuerId}
  join ${partners} on ${partners.id} = ${clientServices.partnerId}
  ${join}
  where ${and(inScope(actor, clientServices), where)}`;

const signs = sql`${clientServices.status} = 'active' and ${issuers.status} = 'active' and ${partners.status} = 'active'`;

const haltedServices = (actor: Actor): SQL =>
  serviceRows(actor, 'halted', {
    day: sql`null`,
    where: sql`${clientServices.status} in ('registered', 'suspended', 'blocked')`,
  });

const unfolded = sql`exists (select from ${usageDelta} where ${usageDelta.serviceId} = ${clientServices.id})`;

/**
 * On the days before the quiet ones it signed regularly; since then it has not. Its days are read by issuer and day: by
 * the key of the roll-up every day that it ever signed would be.
 */
function stoppedServices(actor: Actor, today: Day): SQL {
  const until = addDays(today, -quiet);
  const used = and(
    eq(usageDay.issuerId, clientServices.issuerId),
    eq(usageDay.serviceId, clientServices.id),
    sql`${usageDay.day} >= ${addDays(today, -lookedAt)}::date`,
  );
  return serviceRows(actor, 'stopped', {
    join: sql`cross join lateral (
      select max(${usageDay.day}) as last, count(distinct ${usageDay.day}) as days from ${usageDay} where ${used}
    ) as lately`,
    day: sql`lately.last`,
    where: sql`${signs} and not ${unfolded} and lately.last <= ${until}::date and lately.days >= ${regularDays}`,
  });
}

/** By the key of the roll-up: whether it has any day at all. */
const ofService = and(
  eq(usageDay.partnerId, clientServices.partnerId),
  eq(usageDay.issuerId, clientServices.issuerId),
  eq(usageDay.serviceId, clientServices.id),
);

function unusedServices(actor: Actor, today: Day): SQL {
  return serviceRows(actor, 'unused', {
    day: sql`${clientServices.createdAt}`,
    where: sql`${signs} and not ${unfolded} and ${clientServices.createdAt} < ${addDays(today, -quiet)}::date
      and not exists (select from ${usageDay} where ${ofService})`,
  });
}

const apart = sql`('suspended', 'blocked')`;
const ofIssuers = { partnerId: issuers.partnerId, issuerId: issuers.id };

const issuerRows = (kind: string, where: SQL | undefined): SQL => sql`
  select ${kind}::text, ${issuers.id}, null::text, ${issuers.name}::text, ${issuers.code}::text, ${issuers.status}::text, null::date
  from ${issuers} where ${where}`;

const partnerRows = (kind: string, where: SQL | undefined): SQL => sql`
  select ${kind}::text, ${partners.id}, null::text, ${partners.name}::text, ${partners.code}::text, ${partners.status}::text, null::date
  from ${partners} where ${where}`;

const issuersApart = (actor: Actor): SQL =>
  issuerRows('issuer', and(inScope(actor, ofIssuers), sql`${issuers.status} in ${apart}`));
const issuersPending = (actor: Actor): SQL =>
  issuerRows('pending', and(inScope(actor, ofIssuers), sql`${issuers.status} = 'registered'`));
const ownIssuer = (actor: Actor): SQL =>
  issuerRows('company', and(inScope(actor, ofIssuers), sql`${issuers.status} <> 'active'`));
const ownPartner = (actor: Actor): SQL =>
  partnerRows('company', and(inPartnerScope(actor, partners.id), sql`${partners.status} <> 'active'`));
const partnersApart = (): SQL =>
  partnerRows('partner', sql`${partners.id} <> ${housePartnerId}::uuid and ${partners.status} in ${apart}`);

const partnersPending = (): SQL => partnerRows('pending', sql`${partners.status} = 'registered'`);

/** Grants of the operator's own issuer. */
const grantsEnding = (actor: Actor, today: Day): SQL => sql`
  select 'grant'::text, ${auditAccesses.id}, null::text, null::text, null::text, 'active'::text, ${auditAccesses.validTo}
  from ${auditAccesses}
  where ${and(inScope(actor, auditAccesses), sql`${auditAccesses.endedAt} is null`)}
    and ${auditAccesses.validTo} between ${today}::date and ${addDays(today, soon)}::date
    and ${auditAccesses.validFrom} <= ${today}::date`;
