import 'server-only';
import { todayIn } from '@/lib/clock';
import type { Actor } from '@/lib/domain/actor';
import { type DirectoryFilter, type DirectoryPage, readDirectoryPage } from '@/lib/domain/directory-filter';
import type { RawParams } from '@/lib/domain/list-reader';
import { env } from '@/lib/env';
import { readAll } from '../read-all';
import { listViews } from '../views';
import type { KeptOfList } from '../views/schemas';
import type { Directory } from './declare';
import type { DirectoryAnswer, DirectoryRow } from './schemas';

const filterOf = ({
  sort: _,
  after: _after,
  before: _before,
  size: _size,
  ...filter
}: DirectoryPage): DirectoryFilter => filter;

/** What a directory's screen asks of it. */
export type AnyDirectory<R extends DirectoryRow> = Pick<
  Directory<Record<string, unknown>, R>,
  'name' | 'list' | 'count'
>;

/** A page of a directory as the address asks for it, in one snapshot; without its total where the caller knows it. */
export async function answerDirectory<R extends DirectoryRow>(
  actor: Actor,
  of: AnyDirectory<R>,
  params: RawParams,
  withTotal: boolean,
): Promise<DirectoryAnswer<R>> {
  const { page, notes } = readDirectoryPage(of.name, params, todayIn(env().SIGNSTASH_TIME_ZONE));
  const now = Date.now();
  if (!withTotal) {
    const { rows } = await readAll(actor, { rows: [of.list, page] });
    return { page, notes, rows, total: null, now };
  }
  const { rows, total } = await readAll(actor, { rows: [of.list, page], total: [of.count, filterOf(page)] });
  return { page, notes, rows, total, now };
}

/** A directory's screen as it opens: the page, its total and what the operator keeps of the list, in one snapshot. */
export async function openDirectory<R extends DirectoryRow>(
  actor: Actor,
  of: AnyDirectory<R>,
  params: RawParams,
): Promise<{ answer: DirectoryAnswer<R>; kept: KeptOfList }> {
  const { page, notes } = readDirectoryPage(of.name, params, todayIn(env().SIGNSTASH_TIME_ZONE));
  const { rows, total, kept } = await readAll(actor, {
    rows: [of.list, page],
    total: [of.count, filterOf(page)],
    kept: [listViews, { list: of.name }],
  });
  return { answer: { page, notes, rows, total, now: Date.now() }, kept };
}
