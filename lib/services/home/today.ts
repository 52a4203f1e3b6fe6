import 'server-only';
import { z } from 'zod';
import { todayIn } from '@/lib/clock';
import { addDays } from '@/lib/domain/consumption-calendar';
import { finishedStatuses, type OperationStatus } from '@/lib/domain/operation';
import { env } from '@/lib/env';
import { usageRows } from '../dashboard';
import { query } from '../define';

export type DayFigures = { signedItems: number; operations: number; failures: number; open: number };
export type TodayFigures = {
  today: string;
  now: string;
  lastWeek: string;
  figures: DayFigures;
  sameDayLastWeek: DayFigures;
};

/** Consumption of the running local day and of the same day a week ago, in the operator's scope. */
export const todayFigures = query({
  name: 'home.today',
  permission: 'dashboard.view',
  input: z.strictObject({}),
  run: async ({ db, actor }): Promise<TodayFigures> => {
    const now = new Date();
    const today = todayIn(env().SIGNSTASH_TIME_ZONE, now);
    const lastWeek = addDays(today, -7);
    const rows = await usageRows(db, actor, { split: 'status', period: 'day', days: { from: lastWeek, to: today } });
    const figuresOf = (day: string): DayFigures => {
      const sums = { signedItems: 0, operations: 0, failures: 0, open: 0 };
      for (const row of rows.filter((each) => each.period === day)) {
        sums.signedItems += row.signedItems;
        sums.operations += row.operations;
        sums.failures += row.failures;
        if (!finishedStatuses.includes(row.key as OperationStatus)) sums.open += row.operations;
      }
      return sums;
    };
    return { today, now: now.toISOString(), lastWeek, figures: figuresOf(today), sameDayLastWeek: figuresOf(lastWeek) };
  },
});
