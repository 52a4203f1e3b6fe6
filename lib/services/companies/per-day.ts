import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '@/db/transaction';
import { todayIn } from '@/lib/clock';
import { addDays } from '@/lib/domain/consumption-calendar';
import { env } from '@/lib/env';

const days = 30;

/** Signed items a day over the last thirty whole days, of the rows that `whose` keeps; the delta is not folded yet. */
export async function signedPerDay(db: Database, whose: SQL): Promise<number> {
  const today = todayIn(env().SIGNSTASH_TIME_ZONE);
  const window = sql`${whose} and day between ${addDays(today, -days)}::date and ${addDays(today, -1)}::date`;
  const [row] = await db.execute<{ signed: number }>(sql`
    select coalesce(sum(signed), 0)::float8 as signed from (
      select signed_documents + signed_hashes as signed from usage_day where ${window}
      union all select signed_documents + signed_hashes from usage_delta where ${window}
    ) each`);
  return Math.round((row?.signed ?? 0) / days);
}
