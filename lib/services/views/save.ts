import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { savedViews } from '@/db/schema';
import { Failure } from '@/lib/domain/errors';
import { newId } from '@/lib/domain/ids';
import { command } from '../define';
import { readKept } from './kept';
import { auditedView, freeName, nameTaken, ownView, unchangedSince } from './own';
import { mostViews, viewRenaming, viewSaving } from './schemas';

/**
 * Keeps an address under a name, or the changed address of a view that is there. Answers what is kept of the list now.
 * @throws Failure conflict when the view was changed meanwhile, invalid when the name is taken, limited at the most views
 */
export const viewsSave = command({
  name: 'views.save',
  permission: 'views.own',
  input: viewSaving,
  async run({ db, actor, input, audit }) {
    const { list, name, query } = input;
    const id = input.id ?? newId();
    const before = input.id === undefined ? null : await ownView(db, actor, input.id);
    if (before && input.version !== undefined) unchangedSince(input.version, before);
    const count = await freeName(db, actor, list, name, input.id ?? null);
    if (before) {
      await db.update(savedViews).set(changed({ name, query })).where(eq(savedViews.id, id));
    } else {
      if (count >= mostViews) throw new Failure('limited');
      const made = await db
        .insert(savedViews)
        .values({ id, operatorId: actor.operatorId, list, name, query })
        .onConflictDoNothing()
        .returning({ id: savedViews.id });
      // Another tab was a moment faster with this name.
      if (made.length === 0) throw nameTaken();
    }
    const kept = await readKept(db, actor, list);
    return audit({ ...auditedView(actor, id), before, after: { list, name, query } }, { id, kept });
  },
});

/** Gives a view another name. @throws Failure conflict, invalid as viewsSave does */
export const viewsRename = command({
  name: 'views.rename',
  permission: 'views.own',
  input: viewRenaming,
  async run({ db, actor, input: { id, version, name }, audit }) {
    const before = await ownView(db, actor, id);
    unchangedSince(version, before);
    await freeName(db, actor, before.list, name, id);
    await db.update(savedViews).set(changed({ name })).where(eq(savedViews.id, id));
    const kept = await readKept(db, actor, before.list);
    return audit({ ...auditedView(actor, id), before: { name: before.name }, after: { name } }, { id, kept });
  },
});

const changed = <T extends object>(values: T) => ({
  ...values,
  version: sql`${savedViews.version} + 1`,
  updatedAt: sql`now()`,
});
