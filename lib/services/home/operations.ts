import 'server-only';
import { z } from 'zod';
import { todayIn } from '@/lib/clock';
import { addDays } from '@/lib/domain/consumption-calendar';
import { type OperationFilter, readOperationPage } from '@/lib/domain/operation-filter';
import { env } from '@/lib/env';
import { query } from '../define';
import { countOperations, listOperations } from '../operations';
import type { OperationRow, OperationTotal } from '../operations/schemas';

/** Rows of a short list on the home page. */
const shown = 8;

/** Some rows of the operations list, and the filter that opens all of them. */
export type HomeOperations = {
  rows: readonly OperationRow[];
  total: OperationTotal;
  filter: { from: string; to: string; status: readonly string[] };
};

const nothing = z.strictObject({});
type Context = Parameters<typeof listOperations.run>[0];

/** The newest operations that a filter of the list lets through: the same verbs, the same numbers as the list. */
async function newest(context: Omit<Context, 'input'>, params: Record<string, string>): Promise<HomeOperations> {
  const { page } = readOperationPage({ size: '25', ...params }, todayIn(env().SIGNSTASH_TIME_ZONE));
  const { sort: _sort, after: _after, before: _before, size: _size, ...filter } = page;
  const asked: OperationFilter = filter;
  const [list, total] = await Promise.all([
    listOperations.run({ ...context, input: page }),
    countOperations.run({ ...context, input: asked }),
  ]);
  return { rows: list.rows.slice(0, shown), total, filter: { from: page.from, to: page.to, status: page.statuses } };
}

/** Operations that failed or had errors in the last seven local days. */
export const attention = query({
  name: 'home.attention',
  permission: 'operations.view',
  input: nothing,
  run: ({ db, actor }) => {
    const today = todayIn(env().SIGNSTASH_TIME_ZONE);
    return newest({ db, actor }, { status: 'FAILED,COMPLETED_WITH_ERRORS', from: addDays(today, -6), to: today });
  },
});

/** The operations received last. */
export const recent = query({
  name: 'home.recent',
  permission: 'operations.view',
  input: nothing,
  run: ({ db, actor }) => newest({ db, actor }, {}),
});
