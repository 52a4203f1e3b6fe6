import { asMachine } from '../client';
import type { Database } from '../transaction';

type Statement = { text: string; values: unknown[] };
type Row = { points: number; expire: string | null };
type Client = { unsafe(text: string, values: unknown[]): PromiseLike<Row[]> };

/**
 * What rate-limiter-flexible takes for a PostgreSQL client: its statements run as `gate`, each in a transaction of its
 * own, so that a failed try counts even when what follows rolls back.
 */
export const limiterClient = {
  query({ text, values }: Statement) {
    return asMachine('gate', 'write', async (db) => {
      const rows = await clientOf(db).unsafe(text, values);
      // bigint arrives as text; milliseconds since 1970 are well within a number.
      const numbers = rows.map((row) => ({ points: row.points, expire: row.expire === null ? null : +row.expire }));
      return { rows: numbers, rowCount: numbers.length };
    });
  },
};

/** The statements are the library's, ready-made: they go past Drizzle, on the transaction's own connection. */
function clientOf(db: Database): Client {
  return (db as Database & { $client: Client }).$client;
}
