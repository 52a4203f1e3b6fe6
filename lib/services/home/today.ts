import 'server-only';
import { z } from 'zod';
import { todayIn } from '@/lib/clock';
import {
  addDays,
  type Day,
  type DayRange,
  daysUntil,
  monthToDate,
  sameDaysOfLastMonth,
} from '@/lib/domain/consumption-calendar';
import { finishedStatuses, type OperationStatus } from '@/lib/domain/operation';
import { env } from '@/lib/env';
import { type UsageRow, usageRows } from '../dashboard';
import { query } from '../define';
import type { DayFigures, TodayFigures } from './schemas';

const troubles: readonly OperationStatus[] = ['FAILED', 'COMPLETED_WITH_ERRORS'];

/** The address of the list of what failed or had errors in the last seven days. */
export function troubleParams(today: Day): { status: string; from: Day; to: Day } {
  return { status: troubles.join(','), from: addDays(today, -6), to: today };
}

/** Consumption of the running local day and month beside the same day a week ago and the same days of last month. */
export const todayFigures = query({
  name: 'home.today',
  permission: 'dashboard.view',
  input: z.strictObject({}),
  run: async ({ db, actor }): Promise<TodayFigures> => {
    const now = new Date();
    const today = todayIn(env().SIGNSTASH_TIME_ZONE, now);
    const lastWeek = addDays(today, -7);
    const before = sameDaysOfLastMonth(today);
    const days = daysUntil(today, 30);
    const [from = today] = [before.from, ...days].sort();
    const rows = await usageRows(db, actor, { split: 'status', period: 'day', days: { from, to: today } });
    return {
      today,
      now: now.toISOString(),
      lastWeek,
      figures: figuresOf(rows, { from: today, to: today }),
      sameDayLastWeek: figuresOf(rows, { from: lastWeek, to: lastWeek }),
      month: figuresOf(rows, monthToDate(today)),
      monthBefore: figuresOf(rows, before),
      week: figuresOf(rows, troubleParams(today)),
      days: days.map((day) => [day, figuresOf(rows, { from: day, to: day }).signedItems] as const),
    };
  },
});

function figuresOf(rows: readonly UsageRow[], { from, to }: DayRange): DayFigures {
  const sums = { signedItems: 0, operations: 0, failures: 0, open: 0, troubled: 0 };
  for (const row of rows) {
    if (row.period < from || row.period > to) continue;
    const status = row.key as OperationStatus;
    sums.signedItems += row.signedItems;
    sums.operations += row.operations;
    sums.failures += row.failures;
    if (!finishedStatuses.includes(status)) sums.open += row.operations;
    if (troubles.includes(status)) sums.troubled += row.operations;
  }
  return sums;
}
