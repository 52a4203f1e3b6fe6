import { type SQL, sql } from 'drizzle-orm';

/**
 * What raw operations amount to, a row a service, payer, local day and status: the truth that roll-up and delta are
 * measured by. TEST operations count nowhere. Days are local; the bounds of received_at (a day wider on both sides,
 * for the zone) only spare partitions.
 */
export function rawUsage(firstDay: string, lastDay: string): SQL {
  const bounds = sql`received_at >= ${firstDay}::date::timestamp at time zone 'UTC' - interval '1 day'
      and received_at < ${lastDay}::date::timestamp at time zone 'UTC' + interval '2 days'`;
  return sql`
    select partner_id, issuer_id, service_id, payer_kind, payer_id, local_day as day, status, count(*) as operations,
      coalesce(sum(signed_count) filter (where type = 'DOCUMENT'), 0)::bigint as signed_documents,
      coalesce(sum(signed_count) filter (where type = 'HASH'), 0)::bigint as signed_hashes,
      sum(failed_count)::bigint as failed_items, sum(bytes)::bigint as bytes,
      coalesce(sum(notified.documents), 0)::bigint as notifications
    from operations
    left join (
      select operation_id, count(*) as documents from documents where status = 'NOTIFIED' and ${bounds} group by operation_id
    ) notified on notified.operation_id = operations.id
    where type <> 'TEST' and local_day between ${firstDay}::date and ${lastDay}::date and ${bounds}
    group by partner_id, issuer_id, service_id, payer_kind, payer_id, local_day, status`;
}

/** Columns of usage_day that count operations, one a status. */
export const usageByStatus: SQL = sql`
  coalesce(sum(operations) filter (where status = 'RECEIVED'), 0)::bigint as received,
  coalesce(sum(operations) filter (where status = 'PROCESSING'), 0)::bigint as processing,
  coalesce(sum(operations) filter (where status = 'COMPLETED'), 0)::bigint as completed,
  coalesce(sum(operations) filter (where status = 'COMPLETED_WITH_ERRORS'), 0)::bigint as completed_with_errors,
  coalesce(sum(operations) filter (where status = 'FAILED'), 0)::bigint as failed,
  coalesce(sum(operations) filter (where status = 'CANCELLED'), 0)::bigint as cancelled`;
