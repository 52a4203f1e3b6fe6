import { makePgArray, parsePgArray } from 'drizzle-orm/pg-core';
import postgres from 'postgres';

export class DatabaseUnavailable extends Error {
  override name = 'DatabaseUnavailable';
}

type Query = Promise<unknown>;

/** One physical connection. When it dies it is dropped, and whoever waits gets a new one. */
export type Connection = {
  readonly options: postgres.Sql['options'];
  readonly alive: () => boolean;
  /**
   * From now on an answer that takes longer than `ms` ends the connection. PostgreSQL ends a slow statement by itself;
   * when not even that is heard, the server or the way to it is gone and would never say so.
   */
  readonly watch: (ms: number) => void;
  /** Runs text that is ours (begin, commit). */
  readonly control: (text: string) => Query;
  /** Runs a prepared statement. */
  readonly run: (text: string, parameters: unknown[], options?: object) => ReturnType<postgres.Sql['unsafe']>;
};

type Waiter = { take: (connection: Connection) => void; refuse: (error: Error) => void; timer: NodeJS.Timeout };

export type Pool = {
  take(): Promise<Connection>;
  give(connection: Connection): void;
  end(): Promise<void>;
};

// Array types by number, since the driver's own look-up is a query that nobody watches: the death of a backend during
// it would be an unhandled rejection. bool, bytea, int2, int4, text, int8, float8, oid, timestamp, date, timestamptz,
// numeric, uuid.
const arrayOids = [1000, 1001, 1005, 1007, 1009, 1016, 1022, 1028, 1115, 1182, 1185, 1231, 2951];
const arrays = {
  to: 1009,
  from: arrayOids,
  serialize: (value: unknown) => (Array.isArray(value) ? makePgArray(value) : value),
  parse: (text: string) => parsePgArray(text),
};

const longestQueue = 200;
const longestWaitMs = 2_500;

/**
 * A pool of single postgres.js connections. The library's own pool ends the process when a backend dies with a query
 * in flight (3.4.9), so each connection is an instance of its own with max 1, thrown away when it closes.
 * @param size most connections; more callers wait at most 2.5 s, then are refused with DatabaseUnavailable
 */
export function createPool(url: string, size: number): Pool {
  const idle: Connection[] = [];
  const waiting: Waiter[] = [];
  const open = new Set<postgres.Sql>();

  function connect(): Connection {
    let alive = true;
    let longestMs = 60_000;
    const sql = postgres(url, {
      max: 1,
      fetch_types: false,
      types: { arrays },
      backoff: false,
      connect_timeout: 3,
      max_lifetime: 60 * 30,
      onnotice: () => {},
      onclose: () => drop(),
    });
    open.add(sql);
    const connection: Connection = {
      options: sql.options,
      alive: () => alive,
      watch: (ms) => {
        longestMs = ms;
      },
      control: (text) => watched(sql.unsafe(text)),
      run: (text, parameters, options) => {
        if (!alive) throw new DatabaseUnavailable('the connection was lost');
        return watched(
          sql.unsafe(text, parameters as postgres.ParameterOrJSON<never>[], { ...options, prepare: true }),
        );
      },
    };
    function watched<Q extends Promise<unknown>>(query: Q): Q {
      const timer = setTimeout(drop, longestMs);
      const stop = () => clearTimeout(timer);
      query.then(stop, stop);
      return query;
    }
    function drop(): void {
      if (!alive) return;
      alive = false;
      open.delete(sql);
      const place = idle.indexOf(connection);
      if (place >= 0) idle.splice(place, 1);
      sql.end({ timeout: 0 }).catch(() => {});
      const next = waiting.shift();
      if (next) hand(next, connect());
    }
    return connection;
  }

  function hand(waiter: Waiter, connection: Connection): void {
    clearTimeout(waiter.timer);
    waiter.take(connection);
  }

  function wait(): Promise<Connection> {
    if (waiting.length >= longestQueue) return Promise.reject(new DatabaseUnavailable('too many callers are waiting'));
    return new Promise((take, refuse) => {
      const waiter: Waiter = { take, refuse, timer: setTimeout(() => expire(waiter), longestWaitMs) };
      waiting.push(waiter);
    });
  }

  function expire(waiter: Waiter): void {
    waiting.splice(waiting.indexOf(waiter), 1);
    waiter.refuse(new DatabaseUnavailable('no connection became free in time'));
  }

  return {
    async take() {
      const free = idle.pop();
      if (free) return free;
      return open.size < size ? connect() : wait();
    },
    give(connection) {
      if (!connection.alive()) return;
      const next = waiting.shift();
      if (next) hand(next, connection);
      else idle.push(connection);
    },
    async end() {
      for (const waiter of waiting.splice(0)) {
        clearTimeout(waiter.timer);
        waiter.refuse(new DatabaseUnavailable('the pool is closing'));
      }
      await Promise.all([...open].map((sql) => sql.end({ timeout: 5 })));
    },
  };
}
