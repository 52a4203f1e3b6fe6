import type { ServiceOwner } from '@/lib/services/ingest/rows';
import { write } from './engine';
import type { Ledger } from './ledger';
import { browse, comeAndGo, type Visit } from './visits';

/** What a round works against. */
export type World = {
  baseUrl: string;
  owners: readonly ServiceOwner[];
  ledger: Ledger;
  /** Cookie headers of the two readers. */
  cookies: readonly [string, string];
};

/** What came of a load. */
export type Loaded = { pages: Visit[]; readiness: Visit[]; complaints: string[]; signIns: number };

const pages = ['/operations', '/dashboard'];

/** Two engines write, two operators browse, one signs in again and again, a balancer asks /api/ready: while `storm`. */
export async function underLoad<T>(world: World, storm: () => Promise<T>): Promise<Loaded & { result: T }> {
  const { baseUrl, owners, ledger, cookies } = world;
  const stopping = new AbortController();
  const { signal } = stopping;
  const visits: Visit[] = [];
  const readiness: Visit[] = [];
  const running = Promise.all([
    write(baseUrl, owners, ledger, signal),
    write(baseUrl, owners, ledger, signal),
    comeAndGo(baseUrl, 'issuer@demo.test', signal),
    browse(baseUrl, pages, cookies[0], signal, visits),
    browse(baseUrl, pages.toReversed(), cookies[1], signal, visits),
    browse(baseUrl, ['/api/ready'], '', signal, readiness),
  ]);
  try {
    const result = await storm();
    stopping.abort();
    const [first, second, signIns] = await running;
    const byEnd = (a: Visit, b: Visit) => a.ended - b.ended;
    return { result, pages: visits.sort(byEnd), readiness, complaints: [...first, ...second], signIns };
  } finally {
    stopping.abort();
  }
}
