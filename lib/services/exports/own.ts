import 'server-only';
import { and, desc, eq, inArray, notInArray, sql } from 'drizzle-orm';
import { exportRuns } from '@/db/schema';
import { isOneself } from '@/db/scope';
import type { Database } from '@/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import { notFound } from '@/lib/domain/errors';
import { mostRemembered } from '@/lib/domain/export';
import { timeOfId } from '@/lib/domain/ids';
import type { ExportRun } from './schemas';

/** States of an export that is under way. */
export const openStates = ['waiting', 'running'] as const;

const mine = (actor: Actor) => isOneself(actor, exportRuns.operatorId);

const columns = {
  id: exportRuns.id,
  list: exportRuns.list,
  format: exportRuns.format,
  state: exportRuns.state,
  failure: exportRuns.failure,
  announced: exportRuns.announced,
  rows: exportRuns.rows,
  bytes: exportRuns.bytes,
  createdAt: exportRuns.createdAt,
  finishedAt: exportRuns.finishedAt,
  expiresAt: exportRuns.expiresAt,
  // Its time is over before the clean-up has come round.
  over: sql<boolean>`coalesce(${exportRuns.expiresAt} <= now(), false)`,
};

function runOf(row: Awaited<ReturnType<typeof selectOwn>>[number]): ExportRun {
  const { over, createdAt, finishedAt, expiresAt, ...run } = row;
  return {
    ...run,
    state: over && run.state === 'done' ? 'expired' : run.state,
    createdAt: createdAt.getTime(),
    finishedAt: finishedAt?.getTime() ?? null,
    expiresAt: expiresAt?.getTime() ?? null,
  };
}

function selectOwn(db: Database, actor: Actor, id?: string) {
  return db
    .select(columns)
    .from(exportRuns)
    .where(and(mine(actor), id === undefined ? undefined : eq(exportRuns.id, id)))
    .orderBy(desc(exportRuns.createdAt), desc(exportRuns.id))
    .limit(mostRemembered + 3);
}

/** The operator's exports, newest first. */
export async function ownRuns(db: Database, actor: Actor): Promise<ExportRun[]> {
  return (await selectOwn(db, actor)).map(runOf);
}

/** @throws Failure not_found for a malformed id, for one that is not there, and for one not the operator's own, alike */
export async function ownRun(db: Database, actor: Actor, id: string): Promise<ExportRun> {
  if (timeOfId(id) === null) throw notFound();
  const [row] = await selectOwn(db, actor, id);
  if (!row) throw notFound();
  return runOf(row);
}

/** Forgets what the operator exported longest ago, so that files do not pile up. */
export async function forgetOldest(db: Database, actor: Actor): Promise<void> {
  const kept = db
    .select({ id: exportRuns.id })
    .from(exportRuns)
    .where(and(mine(actor), notInArray(exportRuns.state, [...openStates])))
    .orderBy(desc(exportRuns.createdAt), desc(exportRuns.id))
    .limit(mostRemembered - 1);
  await db
    .delete(exportRuns)
    .where(and(mine(actor), notInArray(exportRuns.state, [...openStates]), notInArray(exportRuns.id, kept)));
}

/** How many of the operator's exports wait or run. */
export function countOpen(db: Database, actor: Actor): Promise<number> {
  return db.$count(exportRuns, and(mine(actor), inArray(exportRuns.state, [...openStates])));
}
