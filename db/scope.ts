import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Actor } from '@/lib/domain/actor';
import type { ServiceCaller } from '@/lib/domain/service-caller';
import type { DatabaseRole } from './roles';
import type { TransactionScope } from './transaction';

/**
 * The first fence: the only place where a scope becomes SQL. The second one, row-level security, holds on its own;
 * each is proved with the other removed.
 */
type ScopeColumns = { readonly partnerId: PgColumn; readonly issuerId: PgColumn };

/** Condition that keeps rows of issuers (operations, documents, usage, services) inside the actor's scope. */
export function inScope(actor: Actor, columns: ScopeColumns): SQL | undefined {
  switch (actor.role) {
    case 'administrator':
      return undefined;
    case 'partner':
      return eq(columns.partnerId, required(actor.partnerId));
    case 'issuer':
      return and(eq(columns.partnerId, required(actor.partnerId)), eq(columns.issuerId, required(actor.issuerId)));
    case 'auditor':
      return ofIssuers(actor.issuerIds, columns.issuerId);
  }
}

/** An array in one parameter: the same statement whatever their number. A single issuer keeps the order of an index. */
function ofIssuers(ids: readonly string[], column: PgColumn): SQL {
  const [only] = ids;
  if (only === undefined) return sql`false`;
  return ids.length === 1 ? eq(column, only) : sql`${column} = any (${arrayOf(ids)})`;
}

const arrayOf = (ids: readonly string[]): SQL => sql`${`{${ids.join(',')}}`}::uuid[]`;

/**
 * For an auditor of several issuers, a list in order of time is read issuer by issuer (`rows`, cross join lateral, with
 * `condition` in place of inScope): over `issuer_id = any (…)` PostgreSQL would walk everybody's rows by time. Null when
 * inScope alone does.
 */
export function issuersApart(actor: Actor): { rows: SQL; condition: (issuerId: PgColumn) => SQL } | null {
  if (actor.role !== 'auditor' || actor.issuerIds.length < 2) return null;
  return {
    rows: sql`unnest(${arrayOf(actor.issuerIds)}) as granted (issuer_id)`,
    condition: (issuerId) => sql`${issuerId} = granted.issuer_id`,
  };
}

/** inScope for rows that belong to a partner and carry no issuer. Issuers and auditors have no share in them. */
export function inPartnerScope(actor: Actor, partnerId: PgColumn): SQL | undefined {
  if (actor.role === 'administrator') return undefined;
  return actor.role === 'partner' ? eq(partnerId, required(actor.partnerId)) : sql`false`;
}

/** Condition that keeps rows of a client service inside its own. */
export function inServiceScope(
  caller: ServiceCaller,
  columns: ScopeColumns & { serviceId: PgColumn },
): SQL | undefined {
  return and(
    eq(columns.partnerId, caller.partnerId),
    eq(columns.issuerId, caller.issuerId),
    eq(columns.serviceId, caller.serviceId),
  );
}

/**
 * Operators that the actor may know (product.md section 3): those of its company, a partner also those of its issuers,
 * an issuer also the auditors who have or had a grant of it.
 */
export function operatorsInScope(actor: Actor, columns: ScopeColumns & { readonly id: PgColumn }): SQL | undefined {
  if (actor.role === 'auditor') return isOneself(actor, columns.id);
  const own = inScope(actor, columns);
  if (actor.role !== 'issuer') return own;
  return sql`(${own} or ${columns.id} = any (array(
    select g.auditor_id from audit_accesses g where g.issuer_id = ${required(actor.issuerId)})))`;
}

/** Condition for an operator's own row. */
export function isOneself(actor: Actor, id: PgColumn): SQL {
  return eq(id, actor.operatorId);
}

function required(id: string | null): string {
  if (id === null) throw new Error('an operator of a company has no company: refused');
  return id;
}

const defaultTimeoutMs = 10_000;

/** What PostgreSQL is told about an operator, for the policies. */
export function scopeOf(actor: Actor, rolePrefix: string): TransactionScope {
  return {
    role: `${rolePrefix}${actor.role}`,
    operatorId: actor.operatorId,
    partnerId: actor.partnerId ?? '',
    issuerId: actor.issuerId ?? '',
    timeoutMs: defaultTimeoutMs,
  };
}

/** What PostgreSQL is told about a client service; its id goes beside it (`asService`). */
export function serviceScopeOf({ partnerId, issuerId }: ServiceCaller, rolePrefix: string): TransactionScope {
  return { role: `${rolePrefix}client_service`, operatorId: '', partnerId, issuerId, timeoutMs: defaultTimeoutMs };
}

/** What PostgreSQL is told about a caller that is no operator: sign-in, jobs, ingest. */
export function machineScope(role: DatabaseRole, rolePrefix: string, timeoutMs = defaultTimeoutMs): TransactionScope {
  return { role: `${rolePrefix}${role}`, operatorId: '', partnerId: '', issuerId: '', timeoutMs };
}
