import 'server-only';
import { and, between, eq, type SQL, sql } from 'drizzle-orm';
import { usageDay, usageDayByStatus, usageDelta, usagePartnerDay } from '@/db/schema';
import { inPartnerScope, inScope } from '@/db/scope';
import type { Database } from '@/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import type { ConsumptionOwners, ConsumptionSplit } from '@/lib/domain/consumption';
import type { DayRange } from '@/lib/domain/consumption-calendar';
import { operationStatuses } from '@/lib/domain/operation';
import { everyOwner, ofOwners } from './owners';

export type UsageRow = { period: string; key: string; signedItems: number; operations: number; failures: number };

type Asked = { readonly split: ConsumptionSplit; readonly days: DayRange; readonly only: ConsumptionOwners };

/** One select over one usage table: day, key, signed_items, operations, failures. */
type UsageSource = (actor: Actor, asked: Asked) => SQL;

const allStatuses = sql`received + processing + completed + completed_with_errors + failed + cancelled`;
const statusPairs = sql.join(
  operationStatuses.map((status) => sql`(${status}, ${usageDayByStatus[status]})`),
  sql`, `,
);

/** Administrator and partner read the small roll-up by partner, unless the question needs the one by service. */
function readsPartnerRollUp(actor: Actor, { split, only }: Asked): boolean {
  const wide =
    (actor.role === 'administrator' || actor.role === 'partner') && split !== 'service' && split !== 'issuer';
  return wide && only.service === null && only.issuer === null;
}

const ownerKeys = {
  service: sql`service_id::text`,
  issuer: sql`issuer_id::text`,
  partner: sql`partner_id::text`,
  none: sql`''`,
} as const;
const statusKeys = { ...ownerKeys, status: sql`status` } as const;

const measures = sql`signed_documents + signed_hashes as signed_items, operations,
  case when status = 'FAILED' then operations else 0 end as failures`;

const fromPartnerDay: UsageSource = (actor, { split, days, only }) => {
  const { partnerId, day } = usagePartnerDay;
  const where = and(
    inPartnerScope(actor, partnerId),
    only.partner === null ? undefined : eq(partnerId, only.partner),
    between(day, days.from, days.to),
  );
  return sql`select day, ${statusKeys[split]} as key, ${measures} from usage_partner_day where ${where}`;
};

const fromServiceDay: UsageSource = (actor, { split, days, only }) => {
  const where = and(inScope(actor, usageDay), ofOwners(only, usageDay), between(usageDay.day, days.from, days.to));
  if (split !== 'status') {
    return sql`select day, ${ownerKeys[split]} as key, signed_documents + signed_hashes as signed_items,
      ${allStatuses} as operations, failed as failures from usage_day where ${where}`;
  }
  // The wide row tells operations by status, items only in all: they ride on one status, since only their sum is read.
  return sql`select day, s.status as key,
      case when s.status = 'COMPLETED' then signed_documents + signed_hashes else 0 end as signed_items,
      s.operations, case when s.status = 'FAILED' then s.operations else 0 end as failures
    from usage_day cross join lateral (values ${statusPairs}) as s(status, operations) where ${where}`;
};

/** What writers appended and no fold has taken up yet: readers add it, so that numbers are exact at once. */
const fromDelta: UsageSource = (actor, { split, days, only }) => {
  const where = and(
    inScope(actor, usageDelta),
    ofOwners(only, usageDelta),
    between(usageDelta.day, days.from, days.to),
  );
  return sql`select day, ${statusKeys[split]} as key, ${measures} from usage_delta where ${where}`;
};

/**
 * What rows are summed by, and its text: a day's is ISO (`DateStyle`) and its beginning the month. Only the sums become
 * text, not every row.
 */
const periods = {
  month: { bucket: sql`date_trunc('month', day::timestamp)::date`, text: sql`left(bucket::text, 7)` },
  day: { bucket: sql`day`, text: sql`bucket::text` },
  none: { bucket: sql`null::date`, text: sql`''` },
} as const;

/** Consumption of the actor's scope by period and key, roll-up and delta together. Only periods that have rows. */
export async function usageRows(
  db: Database,
  actor: Actor,
  query: { split: ConsumptionSplit; period: keyof typeof periods; days: DayRange; only?: ConsumptionOwners },
): Promise<UsageRow[]> {
  const { period, only = everyOwner } = query;
  const asked = { ...query, only };
  const rolled = readsPartnerRollUp(actor, asked) ? fromPartnerDay : fromServiceDay;
  const { bucket, text } = periods[period];
  // A sum of bigints is numeric, which becomes float8 by way of its text: by way of bigint it is several times cheaper.
  return db.execute<UsageRow>(sql`
    select ${text} as period, key, signed_items::bigint::float8 as "signedItems", operations::bigint::float8 as operations,
      failures::bigint::float8 as failures
    from (
      select ${bucket} as bucket, key, sum(signed_items) as signed_items, sum(operations) as operations, sum(failures) as failures
      from (${rolled(actor, asked)} union all ${fromDelta(actor, asked)}) as usage group by 1, 2
    ) as summed`);
}
