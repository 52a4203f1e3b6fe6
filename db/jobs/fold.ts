import { sql } from 'drizzle-orm';
import type { Database } from '@/db/transaction';
import { usageByStatus } from '@/db/usage';

/** Any number will do, as long as every folder takes the same one. */
const foldLock = 7_211_030;

/**
 * Moves what writers appended to usage_delta into both roll-ups, in one statement: a reader sees it before or after,
 * never half. Two folders at once would be correct too; the lock saves the second one the waiting.
 * @returns rows folded; null when another folder is at it
 */
export async function foldUsage(db: Database): Promise<number | null> {
  const [lock] = await db.execute<{ got: boolean }>(sql`select pg_try_advisory_xact_lock(${foldLock}::bigint) as got`);
  if (!lock?.got) return null;
  const [row] = await db.execute<{ folded: number }>(sql`
    with d as (
      delete from usage_delta returning *
    ), by_service as (
      insert into usage_day as u (partner_id, issuer_id, service_id, payer_kind, payer_id, day,
        received, processing, completed, completed_with_errors, failed, cancelled,
        signed_documents, signed_hashes, failed_items, bytes, notifications)
      select partner_id, issuer_id, service_id, payer_kind, payer_id, day, ${usageByStatus},
        sum(signed_documents), sum(signed_hashes), sum(failed_items), sum(bytes), sum(notifications)
      from d group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6
      on conflict (partner_id, issuer_id, service_id, payer_kind, payer_id, day) do update set
        received = u.received + excluded.received, processing = u.processing + excluded.processing,
        completed = u.completed + excluded.completed, failed = u.failed + excluded.failed,
        completed_with_errors = u.completed_with_errors + excluded.completed_with_errors,
        cancelled = u.cancelled + excluded.cancelled,
        signed_documents = u.signed_documents + excluded.signed_documents,
        signed_hashes = u.signed_hashes + excluded.signed_hashes, failed_items = u.failed_items + excluded.failed_items,
        bytes = u.bytes + excluded.bytes, notifications = u.notifications + excluded.notifications
    ), by_partner as (
      insert into usage_partner_day as u (partner_id, day, status, operations,
        signed_documents, signed_hashes, failed_items, bytes, notifications)
      select partner_id, day, status, sum(operations),
        sum(signed_documents), sum(signed_hashes), sum(failed_items), sum(bytes), sum(notifications)
      from d group by 1, 2, 3 order by 1, 2, 3
      on conflict (partner_id, day, status) do update set operations = u.operations + excluded.operations,
        signed_documents = u.signed_documents + excluded.signed_documents,
        signed_hashes = u.signed_hashes + excluded.signed_hashes, failed_items = u.failed_items + excluded.failed_items,
        bytes = u.bytes + excluded.bytes, notifications = u.notifications + excluded.notifications
    )
    select count(*)::int as folded from d`);
  return row?.folded ?? 0;
}
