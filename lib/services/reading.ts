import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '@/db/transaction';

/**
 * A list that is read from its beginning to its end: how many rows there are, then all of them, a piece at a time. Both
 * belong to one snapshot, and end with the transaction in which it was opened.
 */
export type Reading<Row> = {
  readonly count: number;
  /** Names of what the filter names by id, by field; for the sentence that says what was exported. */
  readonly names: Readonly<Record<string, string>>;
  /** The next piece; an empty one when there is no more. */
  readonly next: () => Promise<readonly Row[]>;
};

/**
 * Opens a cursor over `rows` in the transaction at hand: planned once, read in order, never held in memory as a whole.
 * @param name of the list; rows of different lists have different columns, and statements are prepared by their text
 */
export async function openCursor<Row extends Record<string, unknown>>(
  db: Database,
  name: string,
  rows: SQL,
): Promise<Reading<Row>['next']> {
  const cursor = sql.identifier(`read_${name}`);
  await db.execute(sql`declare ${cursor} no scroll cursor for ${rows}`);
  const fetch = (): Promise<readonly Row[]> => {
    // Drizzle's statements run each time that they are awaited: this one is a promise from here on.
    const rows = Promise.resolve(db.execute(sql`fetch forward 2000 from ${cursor}`));
    // Its error is taken up by whoever asks for the piece.
    rows.catch(() => {});
    return rows as Promise<readonly unknown[]> as Promise<readonly Row[]>;
  };
  // PostgreSQL reads the next piece while this one is being written.
  let ahead = fetch();
  return async () => {
    const rows = await ahead;
    if (rows.length > 0) ahead = fetch();
    return rows;
  };
}

/** The exact number of rows that `from … where …` lets through. */
export async function countOf(db: Database, fromWhere: SQL): Promise<number> {
  const [row] = await db.execute<{ count: number }>(sql`select count(*)::float8 as count ${fromWhere}`);
  return row?.count ?? 0;
}
