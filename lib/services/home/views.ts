import 'server-only';
import { asc } from 'drizzle-orm';
import { z } from 'zod';
import { savedViews } from '@/db/schema';
import { isOneself } from '@/db/scope';
import { listNames } from '@/lib/domain/lists';
import { query } from '../define';
import type { HomeView } from './schemas';

/** The operator's own saved views of all lists, oldest first. */
export const ownViews = query({
  name: 'home.views',
  permission: 'views.own',
  input: z.strictObject({}),
  run: async ({ db, actor }): Promise<HomeView[]> => {
    const { id, list, name, query: text } = savedViews;
    const rows = await db
      .select({ id, list, name, query: text })
      .from(savedViews)
      .where(isOneself(actor, savedViews.operatorId))
      .orderBy(asc(list), asc(savedViews.createdAt), asc(id));
    return rows.flatMap((row) => {
      const known = listNames.find((each) => each === row.list);
      return known ? [{ ...row, list: known }] : [];
    });
  },
});
