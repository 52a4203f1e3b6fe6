import 'server-only';
import { and, count, eq } from 'drizzle-orm';
import { clientServices } from '@/db/schema';
import { inScope } from '@/db/scope';
import type { Database } from '@/db/transaction';
import { todayIn } from '@/lib/clock';
import type { Actor } from '@/lib/domain/actor';
import type { Status } from '@/lib/domain/company';
import {
  type ConsumptionData,
  type ConsumptionOwners,
  type ConsumptionQuery,
  consumptionQuerySchema,
  consumptionWindows,
  type KeyRow,
  type PeriodRow,
} from '@/lib/domain/consumption';
import { env } from '@/lib/env';
import { query } from '../define';
import { failuresByCode } from './failures';
import { namesOf } from './names';
import { type UsageRow, usageRows } from './usage-rows';

/** Consumption by month and day in the actor's scope: what the dashboard draws. Needs no raw rows but failures' codes. */
export const consumption = query({
  name: 'dashboard.consumption',
  permission: 'dashboard.view',
  input: consumptionQuerySchema,
  run: ({ db, actor, input }) => readConsumption(db, actor, input),
});

export async function readConsumption(db: Database, actor: Actor, input: ConsumptionQuery): Promise<ConsumptionData> {
  const now = new Date();
  const timeZone = env().SIGNSTASH_TIME_ZONE;
  const today = todayIn(timeZone, now);
  const windows = consumptionWindows(today, input);
  const { split, compare, service, issuer, partner } = input;
  const only = { service, issuer, partner };
  const [months, days, previous, failures, services] = await Promise.all([
    usageRows(db, actor, { split, period: 'month', days: windows.months, only }),
    usageRows(db, actor, { split, period: 'day', days: windows.days, only }),
    compare ? usageRows(db, actor, { split, period: 'none', days: windows.previous, only }) : [],
    failuresByCode(db, actor, { today, now, only }),
    servicesByStatus(db, actor, only),
  ]);
  const keys = new Set([...months, ...days, ...previous].map((row) => row.key));
  return {
    today,
    now: now.toISOString(),
    timeZone,
    monthRows: months.map(periodRow),
    dayRows: days.map(periodRow),
    previousRows: previous.map(keyRow),
    ...failures,
    names: await namesOf(db, actor, { split, keys: [...keys], only }),
    services,
  };
}

const periodRow = (row: UsageRow): PeriodRow => [row.period, ...keyRow(row)];
const keyRow = (row: UsageRow): KeyRow => [row.key, row.signedItems, row.operations, row.failures];

async function servicesByStatus(
  db: Database,
  actor: Actor,
  { service, issuer, partner }: ConsumptionOwners,
): Promise<Partial<Record<Status, number>>> {
  const rows = await db
    .select({ status: clientServices.status, services: count() })
    .from(clientServices)
    .where(
      and(
        inScope(actor, clientServices),
        service === null ? undefined : eq(clientServices.id, service),
        issuer === null ? undefined : eq(clientServices.issuerId, issuer),
        partner === null ? undefined : eq(clientServices.partnerId, partner),
      ),
    )
    .groupBy(clientServices.status);
  return Object.fromEntries(rows.map((row) => [row.status, row.services]));
}
