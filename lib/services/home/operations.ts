import 'server-only';
import { z } from 'zod';
import { todayIn } from '@/lib/clock';
import { readOperationPage } from '@/lib/domain/operation-filter';
import { env } from '@/lib/env';
import { query } from '../define';
import { listOperations } from '../operations';
import type { OperationRow } from '../operations/schemas';
import { troubleParams } from './today';

/** Rows of a short list on the home page. */
const shown = 8;

const nothing = z.strictObject({});
type Context = Parameters<typeof listOperations.run>[0];

/** The newest operations that a filter of the list lets through: the same verb as the list's. */
async function newest(context: Omit<Context, 'input'>, params: Record<string, string>): Promise<OperationRow[]> {
  const { page } = readOperationPage({ size: '25', ...params }, todayIn(env().SIGNSTASH_TIME_ZONE));
  const list = await listOperations.run({ ...context, input: page });
  return list.rows.slice(0, shown);
}

/** Operations that failed or had errors in the last seven local days. */
export const attention = query({
  name: 'home.attention',
  permission: 'operations.view',
  input: nothing,
  run: ({ db, actor }) => newest({ db, actor }, troubleParams(todayIn(env().SIGNSTASH_TIME_ZONE))),
});

/** The operations received last. */
export const recent = query({
  name: 'home.recent',
  permission: 'operations.view',
  input: nothing,
  run: ({ db, actor }) => newest({ db, actor }, {}),
});
