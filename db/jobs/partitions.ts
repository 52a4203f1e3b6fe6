import { sql } from 'drizzle-orm';
import type { Database } from '@/db/transaction';

/** Makes the monthly partitions from this month to the one `months` ahead, where missing. @returns how many were made */
export async function makePartitionsAhead(db: Database, months: number): Promise<number> {
  const [row] = await db.execute<{ made: number }>(sql`
    select ensure_partitions((now() at time zone 'UTC')::date,
      ((now() at time zone 'UTC') + make_interval(months => ${months}))::date) as made`);
  return row?.made ?? 0;
}
