import 'server-only';
import { and, gte, lt, type SQL, sql } from 'drizzle-orm';
import { operations, partners } from '@/db/schema';
import { inScope } from '@/db/scope';
import type { Database } from '@/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import type { ConsumptionData, ConsumptionOwners } from '@/lib/domain/consumption';
import { addDays, type Day, monthToDate } from '@/lib/domain/consumption-calendar';
import { ofOwners } from './owners';

const hourMs = 3_600_000;

type Asked = { readonly today: Day; readonly now: Date; readonly only: ConsumptionOwners };
type Row = {
  code: string | null;
  month: number;
  today: number;
  lastHour: number;
  newest: string | null;
  newestAt: string | null;
};

/** Failed operations by error code, of the running month (largest first) and of the last hour (newest first). */
export async function failuresByCode(
  db: Database,
  actor: Actor,
  { today, now, only }: Asked,
): Promise<Pick<ConsumptionData, 'failureRows' | 'failuresNow'>> {
  const month = monthToDate(today);
  const { receivedAt, localDay, errorCode, id } = operations;
  const hourAgo = sql`${new Date(now.getTime() - hourMs).toISOString()}::timestamptz`;
  const ofMonth = sql`${localDay} between ${month.from}::date and ${month.to}::date`;
  const rows = await db.execute<Row>(sql`
    select ${errorCode} as code, (count(*) filter (where ${ofMonth}))::int as month,
      (count(*) filter (where ${localDay} = ${today}::date))::int as today,
      (count(*) filter (where ${receivedAt} > ${hourAgo}))::int as "lastHour",
      max(${id}::text) filter (where ${receivedAt} > ${hourAgo}) as newest,
      to_char(max(${receivedAt}) filter (where ${receivedAt} > ${hourAgo}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "newestAt"
    from ${operations}
    where ${and(
      inScope(actor, operations),
      ofOwners(only, operations),
      anyPartner(actor, only),
      sql`${operations.status} = 'FAILED' and ${operations.type} <> 'TEST'`,
      // A local day lies within the UTC days around it; so does the hour before the month's first.
      gte(receivedAt, new Date(addDays(month.from, -1))),
      lt(receivedAt, new Date(addDays(month.to, 2))),
    )}
    group by ${errorCode} order by month desc, code`);
  return {
    failureRows: rows.flatMap((row) => (row.month === 0 ? [] : [[row.code, row.month] as const])),
    failuresNow: rows
      .flatMap(({ code, lastHour, today: ofToday, newest, newestAt }) =>
        newest === null || newestAt === null ? [] : [{ code, lastHour, today: ofToday, newest, newestAt }],
      )
      .sort((a, b) => (a.newest < b.newest ? 1 : -1)),
  };
}

/** The index of what is not completed begins with the partner: where nothing names one, all of them are named. */
function anyPartner(actor: Actor, only: ConsumptionOwners): SQL | undefined {
  if (actor.role !== 'administrator' || Object.values(only).some((id) => id !== null)) return undefined;
  return sql`${operations.partnerId} = any (array(select ${partners.id} from ${partners}))`;
}
