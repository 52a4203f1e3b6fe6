import 'server-only';
import { and, eq, gte, inArray, lt, type SQL, sql } from 'drizzle-orm';
import { operations } from '@/db/schema';
import { timeOfId } from '@/lib/domain/ids';
import type { OperationFilter } from '@/lib/domain/operation-filter';
import { env } from '@/lib/env';

/** How far a search inside documents' names goes: the newest operations it finds, below a cursor where there is one. */
export type Search = { readonly most: number; readonly below: string | null };

/** Sorts behind every text that a reference may continue with. */
const lastCharacter = '\u{10FFFF}';

const startOf = (day: string): SQL => sql`(${day}::date::timestamp at time zone ${env().SIGNSTASH_TIME_ZONE}::text)`;
const endOf = (day: string): SQL =>
  sql`((${day}::date + 1)::timestamp at time zone ${env().SIGNSTASH_TIME_ZONE}::text)`;

/**
 * The one `where` of rows and count. The days become bounds of received_at, which prune partitions; they hold exactly
 * the rows of those local days. `scope` comes from db/scope.ts.
 */
export function whereOf(scope: SQL | undefined, filter: OperationFilter, search: Search): SQL | undefined {
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
    filter.error === null ? undefined : eq(operations.errorCode, filter.error),
    filter.reference === null ? undefined : startsWith(filter.reference),
    filter.document === null ? undefined : hasDocument(filter.document, filter, search),
  );
}

/** Exact and prefix in one: a range, which a prepared statement can look up in the index (`starts_with` it cannot). */
function startsWith(reference: string): SQL {
  return sql`${operations.externalRef} collate "C" >= ${reference} and ${operations.externalRef} collate "C" < ${reference + lastCharacter}`;
}

/** "Contains" over names of documents: the operation is among what the search finds. */
function hasDocument(text: string, days: Days, search: Search): SQL {
  return sql`(${operations.receivedAt}, ${operations.id}) in (select found.received_at, found.operation_id from ${foundBy(text, days, search)})`;
}

type Days = { readonly from: string; readonly to: string };

/** Keys of operations with a document of such a name, by the one function that may use the trigram index under the fences. */
export function foundBy(text: string, days: Days, { most, below }: Search): SQL {
  const time = below === null ? null : timeOfId(below);
  const before =
    time === null
      ? sql`'infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'`
      : sql`${new Date(time).toISOString()}::timestamptz, ${below}::uuid`;
  return sql`search_operations(${text}, ${startOf(days.from)}, ${endOf(days.to)}, ${before}, ${most}) found`;
}
