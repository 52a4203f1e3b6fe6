import 'server-only';
import { and, eq } from 'drizzle-orm';
import { savedViews } from '@/db/schema';
import { isOneself } from '@/db/scope';
import type { Database } from '@/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import { Failure, notFound } from '@/lib/domain/errors';
import { type ListName, lists } from '@/lib/domain/lists';

/** One of the operator's own views, locked. @throws Failure not_found */
export async function ownView(db: Database, actor: Actor, id: string) {
  const { list, name, query, isDefault, version } = savedViews;
  const [row] = await db
    .select({ list, name, query, isDefault, version })
    .from(savedViews)
    .where(and(isOneself(actor, savedViews.operatorId), eq(savedViews.id, id)))
    .for('update');
  if (!row || !isList(row.list)) throw notFound();
  return { ...row, list: row.list };
}

const isList = (text: string): text is ListName => Object.hasOwn(lists, text);

type Present = Awaited<ReturnType<typeof ownView>>;

/**
 * Refuses an edit that began from another version, and says how the view is now, so that nothing is lost silently.
 * @throws Failure conflict, with `name`, `query` and `version`
 */
export function unchangedSince(version: number, present: Present): void {
  if (version === present.version) return;
  const { name, query } = present;
  throw new Failure('conflict', 'the view was changed meanwhile', { name, query, version: String(present.version) });
}

export const nameTaken = (): Failure => new Failure('invalid', 'invalid', { name: 'taken' });

/** Refuses a name that another view of the list has, whatever the case. @returns how many views the list has @throws Failure invalid */
export async function freeName(db: Database, actor: Actor, list: ListName, name: string, but: string | null) {
  const rows = await db
    .select({ id: savedViews.id, name: savedViews.name })
    .from(savedViews)
    .where(and(isOneself(actor, savedViews.operatorId), eq(savedViews.list, list)));
  const taken = rows.some((row) => row.id !== but && row.name.toLowerCase() === name.toLowerCase());
  if (taken) throw nameTaken();
  return rows.length;
}

/** Whose the audit entry is: the operator's company, or nobody's. */
export const auditedView = (actor: Actor, id: string) => ({
  target: { type: 'saved view', id },
  partnerId: actor.partnerId,
  issuerId: actor.issuerId,
});
