import 'server-only';
import { and, eq, ne, sql } from 'drizzle-orm';
import { listColumns, savedViews } from '@/db/schema';
import { isOneself } from '@/db/scope';
import { notFound } from '@/lib/domain/errors';
import { command } from '../define';
import { readKept } from './kept';
import { auditedView, ownView, unchangedSince } from './own';
import { columnChoice, defaultChoice, viewRemoval } from './schemas';

/** Removes a view as it was seen. @throws Failure conflict when it was changed meanwhile */
export const viewsRemove = command({
  name: 'views.remove',
  permission: 'views.own',
  input: viewRemoval,
  async run({ db, actor, input: { id, version }, audit }) {
    const before = await ownView(db, actor, id);
    unchangedSince(version, before);
    await db.delete(savedViews).where(eq(savedViews.id, id));
    const kept = await readKept(db, actor, before.list);
    return audit({ ...auditedView(actor, id), before, after: null }, { id, kept });
  },
});

/** Chooses what opens when the address asks for nothing: a view, or the plain list. */
export const viewsMakeDefault = command({
  name: 'views.makeDefault',
  permission: 'views.own',
  input: defaultChoice,
  async run({ db, actor, input: { list, id = null }, audit }) {
    const own = and(isOneself(actor, savedViews.operatorId), eq(savedViews.list, list));
    // Two tabs that choose at once take turns: there is one default.
    await db.select({ id: savedViews.id }).from(savedViews).where(own).orderBy(savedViews.id).for('update');
    const chosen = id === null ? null : await ownView(db, actor, id);
    if (chosen && chosen.list !== list) throw notFound();
    const others = id === null ? undefined : ne(savedViews.id, id);
    const was = await db
      .update(savedViews)
      .set({ isDefault: false })
      .where(and(own, eq(savedViews.isDefault, true), others))
      .returning({ id: savedViews.id });
    if (id !== null) await db.update(savedViews).set({ isDefault: true }).where(eq(savedViews.id, id));
    const kept = await readKept(db, actor, list);
    const change = { before: { list, id: was[0]?.id ?? null }, after: { list, id } };
    return audit({ ...auditedView(actor, id ?? actor.operatorId), ...change }, { id, kept });
  },
});

/** Keeps the columns that the operator wants to see of a list, wherever it signs in. */
export const columnsSave = command({
  name: 'columns.save',
  permission: 'views.own',
  input: columnChoice,
  async run({ db, actor, input: { list, columns = null }, audit }) {
    const before = (await readKept(db, actor, list)).columns;
    const own = and(isOneself(actor, listColumns.operatorId), eq(listColumns.list, list));
    if (columns === null) await db.delete(listColumns).where(own);
    else {
      await db
        .insert(listColumns)
        .values({ operatorId: actor.operatorId, list, columns })
        .onConflictDoUpdate({
          target: [listColumns.operatorId, listColumns.list],
          set: { columns, updatedAt: sql`now()` },
        });
    }
    const kept = await readKept(db, actor, list);
    const change = { before: before && { columns: before.join(',') }, after: columns === null ? null : { columns } };
    return audit(
      { ...auditedView(actor, actor.operatorId), target: { type: 'list columns', id: list }, ...change },
      { id: null, kept },
    );
  },
});
