import 'server-only';
import { and, type SQL, sql } from 'drizzle-orm';
import type { Actor } from '@/lib/domain/actor';
import {
  type DirectoryFilter,
  type DirectoryName,
  type DirectoryPage,
  type DirectorySort,
  directoryFilterSchema,
  directoryOrderSchema,
  directoryPageSchema,
} from '@/lib/domain/directory-filter';
import type { Permission } from '@/lib/domain/permissions';
import { query } from '../define';
import { ownerNames } from '../owner-names';
import { pageRows } from '../page-rows';
import { countOf, openCursor, type Reading } from '../reading';
import type { DirectoryRow } from './schemas';

type Declared<Found extends Record<string, unknown>, R extends DirectoryRow> = {
  readonly name: DirectoryName;
  readonly permission: Permission;
  /** Where the rows come from: the table, and what is joined to it for names. */
  readonly from: SQL;
  /** Unique; its order is the order of registration (UUID v7). */
  readonly id: SQL;
  /** What the list is ordered by when it is ordered by name. */
  readonly title: SQL;
  /** What a row shows, by name. */
  readonly columns: SQL;
  readonly scope: (actor: Actor) => SQL | undefined;
  readonly where: (filter: DirectoryFilter) => readonly (SQL | undefined)[];
  readonly tuple: (found: Found) => R;
};

/**
 * A directory: its page by keyset in either direction, its exact count, and all of it for an export. Directories are
 * small beside operations: thousands of rows, counted exactly.
 */
export function directory<Found extends Record<string, unknown>, R extends DirectoryRow>(of: Declared<Found, R>) {
  const { name, permission, from, id, title, columns } = of;
  const whereOf = (actor: Actor, filter: DirectoryFilter): SQL =>
    sql`where ${and(sql`true`, of.scope(actor), ...of.where(filter))}`;

  const list = query({
    name: `${name}.list`,
    permission,
    input: directoryPageSchema,
    run: async ({ db, actor, input }) => {
      const { order, beyond } = placeOf(input, { from, id, title });
      const found = await db.execute<Found>(
        sql`select ${columns} ${from} ${whereOf(actor, input)}${beyond} order by ${order} limit ${input.size + 1}`,
      );
      // Drizzle leaves the row open; `columns` names just what Found has.
      return pageRows(input, found as unknown as readonly Found[], of.tuple);
    },
  });

  const count = query({
    name: `${name}.count`,
    permission,
    input: directoryFilterSchema,
    run: async ({ db, actor, input }) => ({
      kind: 'exact' as const,
      rows: await countOf(db, sql`${from} ${whereOf(actor, input)}`),
    }),
  });

  const all = query({
    name: `${name}.export`,
    permission,
    input: directoryOrderSchema,
    run: async ({ db, actor, input }): Promise<Reading<Found>> => {
      const fromWhere = sql`${from} ${whereOf(actor, input)}`;
      const { order } = placeOf({ ...input, after: null, before: null }, { from, id, title });
      const [rows, names, next] = await Promise.all([
        countOf(db, fromWhere),
        ownerNames(db, actor, { service: null, issuer: input.issuer, partner: input.partner }),
        openCursor<Found>(db, name, sql`select ${columns} ${fromWhere} order by ${order}`),
      ]);
      return { count: rows, names, next };
    },
  });

  return { name, list, count, all };
}

export type Directory<Found extends Record<string, unknown>, R extends DirectoryRow> = ReturnType<
  typeof directory<Found, R>
>;

type Place = Pick<DirectoryPage, 'sort' | 'after' | 'before'>;

/** The order of a page, and what lies beyond its cursor: a row that may be gone, then nothing does. */
function placeOf({ sort, after, before }: Place, { from, id, title }: { from: SQL; id: SQL; title: SQL }) {
  const descending = isDescending[sort] !== (before !== null);
  const direction = descending ? sql`desc` : sql`asc`;
  const keys = sort === 'name' || sort === 'name-desc' ? [sql`lower(${title})`, id] : [id];
  const order = sql.join(
    keys.map((key) => sql`${key} ${direction}`),
    sql`, `,
  );
  const cursor = after ?? before;
  if (cursor === null) return { order, beyond: sql`` };
  const row = sql.join(keys, sql`, `);
  const sign = descending ? sql`<` : sql`>`;
  return { order, beyond: sql` and (${row}) ${sign} (select ${row} ${from} where ${id} = ${cursor})` };
}

const isDescending: Readonly<Record<DirectorySort, boolean>> = {
  name: false,
  'name-desc': true,
  newest: true,
  oldest: false,
};

/** The text stands in one of these, in any case. */
export function containsText(text: string | null, ...columns: SQL[]): SQL | undefined {
  if (text === null) return undefined;
  const all = sql.join(columns, sql` || ' ' || `);
  return sql`strpos(lower(${all}), lower(${text})) > 0`;
}

/** One of these values; none named: any. */
export function oneOfThese(column: SQL, values: readonly string[]): SQL | undefined {
  if (values.length === 0) return undefined;
  return sql`${column} = any (${`{${values.join(',')}}`}::text[])`;
}

/** This value, where one is named. */
export function exactly(column: SQL, value: string | null): SQL | undefined {
  return value === null ? undefined : sql`${column} = ${value}`;
}
