import { sql } from 'drizzle-orm';
import type { Database } from '@/db/transaction';

export type UsageGauges = { registered: number; unfolded: number; foldedSecondsAgo: number | null };

/** Operations ever counted (TEST is not), rows that wait to be folded, and seconds since a folder last held the lease. */
export async function usageGauges(db: Database, leaseSeconds: number): Promise<UsageGauges> {
  const [row] = await db.execute<UsageGauges>(sql`
    select ((select coalesce(sum(operations), 0) from usage_partner_day) + coalesce(sum(operations), 0))::float8 as registered,
      count(*)::float8 as unfolded,
      (select extract(epoch from now() - until) + ${leaseSeconds}::float8 from leases where name = 'fold')::float8 as "foldedSecondsAgo"
    from usage_delta`);
  return row ?? { registered: 0, unfolded: 0, foldedSecondsAgo: null };
}
