import 'server-only';
import { and, between, count, desc, eq, gte, lt, ne, sql } from 'drizzle-orm';
import { clientServices, operations, partners } from '@/db/schema';
import { inScope } from '@/db/scope';
import type { Database } from '@/db/transaction';
import { todayIn } from '@/lib/clock';
import type { Actor } from '@/lib/domain/actor';
import type { Status } from '@/lib/domain/company';
import {
  type ConsumptionData,
  consumptionQuerySchema,
  consumptionWindows,
  type KeyRow,
  type PeriodRow,
} from '@/lib/domain/consumption';
import { addDays, type DayRange } from '@/lib/domain/consumption-calendar';
import { env } from '@/lib/env';
import { query } from '../define';
import { namesOf } from './names';
import { type UsageRow, usageRows } from './usage-rows';

/** Consumption by month and day in the actor's scope: what the dashboard draws. Needs no raw rows but failures' codes. */
export const consumption = query({
  name: 'dashboard.consumption',
  permission: 'dashboard.view',
  input: consumptionQuerySchema,
  run: async ({ db, actor, input }): Promise<ConsumptionData> => {
    const now = new Date();
    const timeZone = env().SIGNSTASH_TIME_ZONE;
    const today = todayIn(timeZone, now);
    const windows = consumptionWindows(today, input);
    const { split } = input;
    const [months, days, previous, failureRows, services] = await Promise.all([
      usageRows(db, actor, { split, period: 'month', days: windows.months }),
      usageRows(db, actor, { split, period: 'day', days: windows.days }),
      input.compare ? usageRows(db, actor, { split, period: 'none', days: windows.previous }) : [],
      failuresByCode(db, actor, windows.running),
      servicesByStatus(db, actor),
    ]);
    const keys = new Set([...months, ...days, ...previous].map((row) => row.key));
    return {
      today,
      now: now.toISOString(),
      timeZone,
      monthRows: months.map(periodRow),
      dayRows: days.map(periodRow),
      previousRows: previous.map(keyRow),
      failureRows,
      names: await namesOf(db, actor, split, [...keys]),
      services,
    };
  },
});

const periodRow = (row: UsageRow): PeriodRow => [row.period, ...keyRow(row)];
const keyRow = (row: UsageRow): KeyRow => [row.key, row.signedItems, row.operations, row.failures];

/** Failed operations of the period by error code, largest first. A local day lies within the UTC days around it. */
async function failuresByCode(db: Database, actor: Actor, days: DayRange): Promise<ConsumptionData['failureRows']> {
  const rows = await db
    .select({ errorCode: operations.errorCode, operations: count() })
    .from(operations)
    .where(
      and(
        inScope(actor, operations),
        // The index of what is not completed begins with the partner: without one, all of them are named.
        actor.role === 'administrator'
          ? sql`${operations.partnerId} = any (array(select ${partners.id} from ${partners}))`
          : undefined,
        eq(operations.status, 'FAILED'),
        ne(operations.type, 'TEST'),
        between(operations.localDay, days.from, days.to),
        gte(operations.receivedAt, new Date(addDays(days.from, -1))),
        lt(operations.receivedAt, new Date(addDays(days.to, 2))),
      ),
    )
    .groupBy(operations.errorCode)
    .orderBy(desc(count()), operations.errorCode);
  return rows.map((row) => [row.errorCode, row.operations] as const);
}

async function servicesByStatus(db: Database, actor: Actor): Promise<Partial<Record<Status, number>>> {
  const rows = await db
    .select({ status: clientServices.status, services: count() })
    .from(clientServices)
    .where(inScope(actor, clientServices))
    .groupBy(clientServices.status);
  return Object.fromEntries(rows.map((row) => [row.status, row.services]));
}
