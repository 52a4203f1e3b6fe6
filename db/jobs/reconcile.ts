import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '@/db/transaction';
import { rawUsage, usageByStatus } from '@/db/usage';

/** A group whose raw figures differ from the counted ones: by how much, raw less counted. */
export type Difference = {
  rollUp: 'usage_day' | 'usage_partner_day';
  /** Service, payer and day, or partner, day and status. */
  group: string;
  operations: number;
  signed: number;
};

const mostNamed = 20;

/**
 * Compares roll-up + delta with the raw rows of today and the `days` local days before, in one statement and so one
 * snapshot. Repairs nothing: a difference is a fault of ours that somebody must see.
 * @returns how many groups differ, and the first of them by name
 */
export async function usageDifferences(db: Database, days: number): Promise<{ count: number; named: Difference[] }> {
  const [range] = await db.execute<{ first: string; last: string }>(sql`
    select to_char(d - ${days}::int, 'YYYY-MM-DD') as first, to_char(d, 'YYYY-MM-DD') as last from installation_day() d`);
  if (!range) throw new Error('the installation has no day');
  const rows = await db.execute<Difference & { total: number }>(differences(range.first, range.last));
  return { count: rows[0]?.total ?? 0, named: rows.map(({ total: _, ...difference }) => difference) };
}

/** Raw rows count up, delta and roll-up count down: what does not come to zero differs. */
function differences(first: string, last: string): SQL {
  const inRange = sql`day between ${first}::date and ${last}::date`;
  const owner = sql`partner_id, issuer_id, service_id, payer_kind, payer_id, day`;
  const sums = sql`sum(signed_documents) as signed_documents, sum(signed_hashes) as signed_hashes,
    sum(failed_items) as failed_items, sum(bytes) as bytes, sum(notifications) as notifications`;
  const less = sql`-signed_documents, -signed_hashes, -failed_items, -bytes, -notifications`;
  const items = sql`signed_documents, signed_hashes, failed_items, bytes, notifications`;
  const notZero = sql`row (sum(signed_documents), sum(signed_hashes), sum(failed_items), sum(bytes), sum(notifications)) <> row (0, 0, 0, 0, 0)`;
  return sql`
    with unfolded as materialized (
      select ${owner}, status, operations, ${items} from (${rawUsage(first, last)}) raw
      union all select ${owner}, status, -operations, ${less} from usage_delta where ${inRange}
    ), by_day as (
      select 'usage_day' as "rollUp", concat_ws(' ', service_id, payer_id, day) as "group",
        sum(received + processing + completed + completed_with_errors + failed + cancelled)::float8 as operations,
        sum(signed_documents + signed_hashes)::float8 as signed
      from (
        select ${owner}, ${usageByStatus}, ${sums} from unfolded group by ${owner}
        union all select ${owner}, -received, -processing, -completed, -completed_with_errors, -failed, -cancelled, ${less}
        from usage_day where ${inRange}
      ) u group by ${owner}
      having ${notZero} or row (sum(received), sum(processing), sum(completed), sum(completed_with_errors), sum(failed), sum(cancelled))
        <> row (0, 0, 0, 0, 0, 0)
    ), by_partner as (
      select 'usage_partner_day' as "rollUp", concat_ws(' ', partner_id, day, status) as "group",
        sum(operations)::float8 as operations, sum(signed_documents + signed_hashes)::float8 as signed
      from (
        select partner_id, day, status, operations, ${items} from unfolded
        union all select partner_id, day, status, -operations, ${less} from usage_partner_day where ${inRange}
      ) u group by partner_id, day, status having ${notZero} or sum(operations) <> 0
    )
    select count(*) over ()::int as total, d.* from (table by_day union all table by_partner) d limit ${mostNamed}`;
}
