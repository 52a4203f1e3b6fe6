import 'server-only';
import { todayIn } from '@/lib/clock';
import type { Actor } from '@/lib/domain/actor';
import {
  type OperationFilter,
  type OperationPage,
  type RawParams,
  readOperationPage,
} from '@/lib/domain/operation-filter';
import { env } from '@/lib/env';
import { readAll } from '../read-all';
import { listViews } from '../views';
import type { KeptOfList } from '../views/schemas';
import { countOperations } from './count';
import { listOperations } from './list';
import { operationOptions } from './options';
import type { FilterOptions, OperationsAnswer } from './schemas';

const filterOf = ({
  sort: _,
  after: _after,
  before: _before,
  size: _size,
  ...filter
}: OperationPage): OperationFilter => filter;

const read = (params: RawParams) => readOperationPage(params, todayIn(env().SIGNSTASH_TIME_ZONE));

/** A page of the list as the address asks for it, in one snapshot; without its total where the caller knows it. */
export async function answerOperations(actor: Actor, params: RawParams, withTotal: boolean): Promise<OperationsAnswer> {
  const { page, notes } = read(params);
  const now = Date.now();
  if (!withTotal) {
    const { rows } = await readAll(actor, { rows: [listOperations, page] });
    return { page, notes, rows, total: null, now };
  }
  const { rows, total } = await readAll(actor, {
    rows: [listOperations, page],
    total: [countOperations, filterOf(page)],
  });
  return { page, notes, rows, total, now };
}

/** The list's screen as it opens: the page, its total and what the filter menus offer, in one snapshot. */
export async function openOperations(
  actor: Actor,
  params: RawParams,
): Promise<{ answer: OperationsAnswer; options: FilterOptions; kept: KeptOfList }> {
  const { page, notes } = read(params);
  const { service, issuer, partner } = page;
  const { rows, total, options, kept } = await readAll(actor, {
    rows: [listOperations, page],
    total: [countOperations, filterOf(page)],
    options: [operationOptions, { service, issuer, partner, search: '' }],
    kept: [listViews, { list: 'operations' }],
  });
  return { answer: { page, notes, rows, total, now: Date.now() }, options, kept };
}
