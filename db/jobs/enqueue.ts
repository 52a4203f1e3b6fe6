import { sql } from 'drizzle-orm';
import type { Database } from '@/db/transaction';

/** Tasks of the queue; the SQL function (migration 0020) knows the same list and refuses any other. */
export type TaskName =
  | 'partitions_ahead'
  | 'reconcile_usage'
  | 'clean_up'
  | 'export_list'
  | 'send_mail'
  | 'offer_link'
  | 'certificate_flow'
  | 'watch_certificates'
  | 'check_authority';

/**
 * Puts a job into the queue, in the caller's transaction: it runs if and only if that commits. While a job with this
 * `key` waits, enqueuing it again replaces it.
 */
export async function enqueue(db: Database, task: TaskName, payload: object, key: string): Promise<void> {
  await db.execute(sql`select enqueue(${task}, ${JSON.stringify(payload)}::text::json, ${key})`);
}
