import { sql } from 'drizzle-orm';
import type { Actor } from '@/lib/domain/actor';
import type { ServiceCaller } from '@/lib/domain/service-caller';
import { env } from '@/lib/env';
import { createPool, type Pool } from './pool';
import type { DatabaseRole } from './roles';
import { machineScope, scopeOf, serviceScopeOf } from './scope';
import { type Database, inTransaction } from './transaction';

/** One small pool a database role: a connection that alternates between roles plans every statement anew. */
const poolSizes: Record<DatabaseRole | 'exports', number> = {
  administrator: 6,
  partner: 6,
  issuer: 6,
  auditor: 6,
  client_service: 4,
  gate: 6,
  guest: 2,
  system: 4,
  // Exports hold a connection for as long as they read: they must not take those that pages wait for.
  exports: 4,
};
const exportStatementMs = 60_000;

// Next bundles server code more than once; the pools belong to the process.
const shared = globalThis as typeof globalThis & { signstashPools?: Map<keyof typeof poolSizes, Pool> };

function poolOf(role: keyof typeof poolSizes): Pool {
  shared.signstashPools ??= new Map();
  const known = shared.signstashPools.get(role);
  if (known) return known;
  const pool = createPool(env().DATABASE_URL, poolSizes[role]);
  shared.signstashPools.set(role, pool);
  return pool;
}

/** A transaction as an operator: its database role, its scope. */
export function asActor<T>(actor: Actor, kind: 'read' | 'write', work: (db: Database) => Promise<T>): Promise<T> {
  return inTransaction(poolOf(actor.role), kind, scopeOf(actor, env().DATABASE_ROLE_PREFIX), work);
}

/** A long read as an operator, one snapshot, on a connection of the exports' own. */
export function asExporter<T>(actor: Actor, work: (db: Database) => Promise<T>): Promise<T> {
  const scope = { ...scopeOf(actor, env().DATABASE_ROLE_PREFIX), timeoutMs: exportStatementMs };
  return inTransaction(poolOf('exports'), 'read', scope, work);
}

/** A transaction as a client service, which sees its own rows. */
export function asService<T>(
  caller: ServiceCaller,
  kind: 'read' | 'write',
  work: (db: Database) => Promise<T>,
): Promise<T> {
  return inTransaction(
    poolOf('client_service'),
    kind,
    serviceScopeOf(caller, env().DATABASE_ROLE_PREFIX),
    async (db) => {
      await db.execute(sql`select set_config('app.service_id', ${caller.serviceId}, true)`);
      return work(db);
    },
  );
}

/** A transaction as a machine: `gate` for sign-in and sessions, `guest` for subscriptions, `system` for jobs and ingest. */
export function asMachine<T>(
  role: 'gate' | 'guest' | 'system',
  kind: 'read' | 'write',
  work: (db: Database) => Promise<T>,
  timeoutMs?: number,
): Promise<T> {
  return inTransaction(poolOf(role), kind, machineScope(role, env().DATABASE_ROLE_PREFIX, timeoutMs), work);
}

/** Closes every pool of this process; queries in flight get five seconds. */
export async function closeDatabase(): Promise<void> {
  const pools = [...(shared.signstashPools?.values() ?? [])];
  shared.signstashPools?.clear();
  await Promise.all(pools.map((pool) => pool.end()));
}
