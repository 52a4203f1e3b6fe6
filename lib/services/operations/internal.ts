import 'server-only';
import { and, eq, gte, inArray, lt, type SQL, sql } from 'drizzle-orm';
import { operations } from '@/db/schema';
import type { OperationFilter } from '@/lib/domain/operation-filter';
import { env } from '@/lib/env';

/** Operations that a search inside documents' names finds: the newest ones of the window. */
export const mostSearched = 10_000;

/** Sorts behind every text that a reference may continue with. */
const lastCharacter = '\u{10FFFF}';

const startOf = (day: string): SQL => sql`(${day}::date::timestamp at time zone ${env().SIGNSTASH_TIME_ZONE}::text)`;
const endOf = (day: string): SQL =>
  sql`((${day}::date + 1)::timestamp at time zone ${env().SIGNSTASH_TIME_ZONE}::text)`;

/**
 * The one `where` of rows and count. The days become bounds of received_at, which prune partitions; they hold exactly
 * the rows of those local days. `scope` comes from db/scope.ts.
 */
export function whereOf(scope: SQL | undefined, filter: OperationFilter): SQL | undefined {
  return and(
    scope,
    filter.partner === null ? undefined : eq(operations.partnerId, filter.partner),
    filter.issuer === null ? undefined : eq(operations.issuerId, filter.issuer),
    filter.service === null ? undefined : eq(operations.serviceId, filter.service),
    gte(operations.receivedAt, startOf(filter.from)),
    lt(operations.receivedAt, endOf(filter.to)),
    filter.statuses.length === 0 ? undefined : inArray(operations.status, filter.statuses),
    inArray(operations.type, filter.types),
    filter.sources.length === 0 ? undefined : inArray(operations.source, filter.sources),
    filter.reference === null ? undefined : startsWith(filter.reference),
    filter.document === null ? undefined : hasDocument(filter.document, filter),
  );
}

/** Exact and prefix in one: a range, which a prepared statement can look up in the index (`starts_with` it cannot). */
function startsWith(reference: string): SQL {
  return sql`${operations.externalRef} collate "C" >= ${reference} and ${operations.externalRef} collate "C" < ${reference + lastCharacter}`;
}

/** "Contains" over names of documents, through the one function that may use the trigram index under the fences. */
function hasDocument(text: string, days: { from: string; to: string }): SQL {
  return sql`(${operations.receivedAt}, ${operations.id}) in (
    select found.received_at, found.operation_id
    from search_operations(${text}, ${startOf(days.from)}, ${endOf(days.to)}, 'infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff', ${mostSearched}) found)`;
}
