import { sql } from 'drizzle-orm';
import type { Database } from '@/db/transaction';

export type CleanedUp = { sessions: number; limits: number; tokens: number; links: number };

/** Deletes sessions over for more than 30 days, tokens that have expired, links over as long, and rate limits whose time has run out. */
export async function cleanUp(db: Database): Promise<CleanedUp> {
  const [row] = await db.execute<CleanedUp>(sql`
    with s as (
      delete from sessions where least(ended_at, expires_at) < now() - interval '30 days' returning 1
    ), l as (
      delete from limiter where expire < extract(epoch from now()) * 1000 returning 1
    ), t as (
      delete from service_tokens where expires_at < now() returning 1
    ), k as (
      delete from links where expires_at < now() - interval '30 days' returning 1
    )
    select (select count(*) from s)::int as sessions, (select count(*) from l)::int as limits,
      (select count(*) from t)::int as tokens, (select count(*) from k)::int as links`);
  return row ?? { sessions: 0, limits: 0, tokens: 0, links: 0 };
}
