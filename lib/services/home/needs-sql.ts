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
    ...(actor.role === 'partner' ? [ownPartner(actor)] : []),
    ...(actor.role === 'administrator' ? [partnersApart()] : []),
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
const serviceRows = (actor: Actor, kind: string, more: { day: SQL; where: SQL | undefined }): SQL => sql`
  select ${kind}::text as kind, ${clientServices.id} as id,
    ${actor.role === 'issuer' ? sql`null` : issuers.name}::text as owner, ${clientServices.name}::text as name,
    ${clientServices.alias}::text as code, ${clientServices.status}::text as status, ${more.day}::date as day
  from ${clientServices}
  join ${issuers} on ${issuers.id} = ${clientServices.issuerId}
  join ${partners} on ${partners.id} = ${clientServices.partnerId}
  where ${and(inScope(actor, clientServices), more.where)}`;

const signs = sql`${clientServices.status} = 'active' and ${issuers.status} = 'active' and ${partners.status} = 'active'`;

const haltedServices = (actor: Actor): SQL =>
  serviceRows(actor, 'halted', {
    day: sql`null`,
    where: sql`${clientServices.status} in ('registered', 'suspended', 'blocked')`,
  });

/** Its days of use, by the key of the roll-up. */
const ofService = and(
  eq(usageDay.partnerId, clientServices.partnerId),
  eq(usageDay.issuerId, clientServices.issuerId),
  eq(usageDay.serviceId, clientServices.id),
);
const unfolded = sql`exists (select from ${usageDelta} where ${usageDelta.serviceId} = ${clientServices.id})`;

/** On the days before the quiet ones it signed regularly; since then it has not. */
function stoppedServices(actor: Actor, today: Day): SQL {
  const from = addDays(today, -lookedAt);
  const until = addDays(today, -quiet);
  const used = sql`from ${usageDay} where ${ofService} and ${usageDay.day}`;
  return serviceRows(actor, 'stopped', {
    day: sql`(select max(${usageDay.day}) ${used} >= ${from}::date)`,
    where: sql`${signs} and not ${unfolded}
      and (select max(${usageDay.day}) <= ${until}::date and count(distinct ${usageDay.day}) >= ${regularDays} ${used} >= ${from}::date)`,
  });
}

function unusedServices(actor: Actor, today: Day): SQL {
  return serviceRows(actor, 'unused', {
    day: sql`${clientServices.createdAt}`,
    where: sql`${signs} and not ${unfolded} and ${clientServices.createdAt} < ${addDays(today, -quiet)}::date
      and not exists (select from ${usageDay} where ${ofService})`,
  });
}

const apart = sql`('registered', 'suspended', 'blocked')`;
const ofIssuers = { partnerId: issuers.partnerId, issuerId: issuers.id };

const issuerRows = (kind: string, where: SQL | undefined): SQL => sql`
  select ${kind}::text, ${issuers.id}, null::text, ${issuers.name}::text, ${issuers.code}::text, ${issuers.status}::text, null::date
  from ${issuers} where ${where}`;

const partnerRows = (kind: string, where: SQL | undefined): SQL => sql`
  select ${kind}::text, ${partners.id}, null::text, ${partners.name}::text, ${partners.code}::text, ${partners.status}::text, null::date
  from ${partners} where ${where}`;

const issuersApart = (actor: Actor): SQL =>
  issuerRows('issuer', and(inScope(actor, ofIssuers), sql`${issuers.status} in ${apart}`));
const ownIssuer = (actor: Actor): SQL =>
  issuerRows('company', and(inScope(actor, ofIssuers), sql`${issuers.status} <> 'active'`));
const ownPartner = (actor: Actor): SQL =>
  partnerRows('company', and(inPartnerScope(actor, partners.id), sql`${partners.status} <> 'active'`));
const partnersApart = (): SQL =>
  partnerRows('partner', sql`${partners.id} <> ${housePartnerId}::uuid and ${partners.status} in ${apart}`);

/** Grants of the operator's own issuer. */
const grantsEnding = (actor: Actor, today: Day): SQL => sql`
  select 'grant'::text, ${auditAccesses.id}, null::text, null::text, null::text, 'active'::text, ${auditAccesses.validTo}
  from ${auditAccesses}
  where ${and(inScope(actor, auditAccesses), sql`${auditAccesses.endedAt} is null`)}
    and ${auditAccesses.validTo} between ${today}::date and ${addDays(today, soon)}::date
    and ${auditAccesses.validFrom} <= ${today}::date`;
