import 'server-only';
import { and, asc, eq, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import { listColumns, savedViews } from '@/db/schema';
import { isOneself } from '@/db/scope';
import type { Database } from '@/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import type { ListName } from '@/lib/domain/lists';
import { query } from '../define';
import { type KeptOfList, listInput } from './schemas';

/** What the operator keeps of a list for itself. */
export const listViews = query({
  name: 'views.list',
  permission: 'views.own',
  input: listInput,
  run: ({ db, actor, input }) => readKept(db, actor, input.list),
});

/** Views and columns in one statement: every list page asks for both. */
export async function readKept(db: Database, actor: Actor, list: ListName): Promise<KeptOfList> {
  const views = db
    .select({
      id: sql<string | null>`${savedViews.id}::text`.as('id'),
      text: savedViews.query,
      name: savedViews.name,
      isDefault: savedViews.isDefault,
      version: savedViews.version,
      at: savedViews.createdAt,
    })
    .from(savedViews)
    .where(and(isOneself(actor, savedViews.operatorId), eq(savedViews.list, list)));
  const columns = db
    .select({
      id: sql<string | null>`null`.as('id'),
      text: listColumns.columns,
      name: sql<string>`''`.as('name'),
      isDefault: sql<boolean>`false`.as('is_default'),
      version: sql<number>`0`.as('version'),
      at: listColumns.updatedAt,
    })
    .from(listColumns)
    .where(and(isOneself(actor, listColumns.operatorId), eq(listColumns.list, list)));
  const rows = await unionAll(views, columns).orderBy(asc(sql`created_at`), asc(sql`id`));
  return {
    views: rows.flatMap(({ id, text, name, isDefault, version }) =>
      id === null ? [] : [{ id, name, query: text, isDefault, version }],
    ),
    columns: rows.find((row) => row.id === null)?.text.split(',') ?? null,
  };
}
