import { sql } from 'drizzle-orm';
import type { Database } from '@/db/transaction';
import { rawUsage, usageByStatus } from '@/db/usage';

/** Fills both roll-ups from the raw rows of some local days. Their roll-up must be empty. */
export async function rollUp(db: Database, firstDay: string, lastDay: string): Promise<void> {
  await db.execute(sql`
    with raw as materialized (${rawUsage(firstDay, lastDay)}), by_partner as (
      insert into usage_partner_day (partner_id, day, status, operations, signed_documents, signed_hashes, failed_items, bytes, notifications)
      select partner_id, day, status, sum(operations), sum(signed_documents), sum(signed_hashes), sum(failed_items), sum(bytes), sum(notifications)
      from raw group by partner_id, day, status
    )
    insert into usage_day (partner_id, issuer_id, service_id, payer_kind, payer_id, day,
      received, processing, completed, completed_with_errors, failed, cancelled, signed_documents, signed_hashes, failed_items, bytes, notifications)
    select partner_id, issuer_id, service_id, payer_kind, payer_id, day, ${usageByStatus},
      sum(signed_documents), sum(signed_hashes), sum(failed_items), sum(bytes), sum(notifications)
    from raw group by partner_id, issuer_id, service_id, payer_kind, payer_id, day`);
}

export type Totals = {
  operations: number;
  documents: number;
  tests: number;
  counted: number;
  signed: number;
  failed: number;
  bytes: number;
};

/**
 * Totals of the whole database.
 * @throws Error when roll-up and raw rows differ
 */
export async function checkedTotals(db: Database): Promise<Totals> {
  const [row] = await db.execute<Totals & { agrees: boolean }>(sql`
    with raw as (
      select count(*) as operations, count(*) filter (where type = 'TEST') as tests,
        sum(signed_count) filter (where type <> 'TEST') as signed, sum(failed_count) filter (where type <> 'TEST') as failed,
        sum(bytes) filter (where type <> 'TEST') as bytes from operations
    ), by_service as (
      select sum(received + processing + completed + completed_with_errors + failed + cancelled) as counted,
        sum(signed_documents + signed_hashes) as signed, sum(failed_items) as failed, sum(bytes) as bytes from usage_day
    ), by_partner as (
      select sum(operations) as counted, sum(signed_documents + signed_hashes) as signed, sum(failed_items) as failed, sum(bytes) as bytes
      from usage_partner_day
    )
    select raw.operations::float8 as operations, (select count(*) from documents)::float8 as documents, raw.tests::float8 as tests,
      s.counted::float8 as counted, raw.signed::float8 as signed, raw.failed::float8 as failed, raw.bytes::float8 as bytes,
      row (s.counted, s.signed, s.failed, s.bytes) = row (raw.operations - raw.tests, raw.signed, raw.failed, raw.bytes)
        and row (p.counted, p.signed, p.failed, p.bytes) = row (s.counted, s.signed, s.failed, s.bytes) as agrees
    from raw, by_service s, by_partner p`);
  if (!row?.agrees) throw new Error('roll-up and raw rows differ after seeding');
  const { agrees: _, ...totals } = row;
  return totals;
}
