import 'server-only';
import { and, eq, gte, inArray, lt, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { operations, partners } from '@/db/schema';
import { startOfDay } from '@/lib/clock';
import { addDays } from '@/lib/domain/consumption-calendar';
import { timeOfId } from '@/lib/domain/ids';
import { operationSources, operationStatuses, operationTypes } from '@/lib/domain/operation';
import type { OperationFilter } from '@/lib/domain/operation-filter';
import { env } from '@/lib/env';

/** Documents that a search inside names looks for: so many, in one order of time, beyond an operation where one is named. */
export type Search = { readonly most: number; readonly newest: boolean; readonly beyond: string | null };

/** Sorts behind every text that a reference may continue with. */
const lastCharacter = '\u{10FFFF}';

const startOf = (day: string): Date => startOfDay(day, env().SIGNSTASH_TIME_ZONE);
/** The instant at which a local day has ended. */
export const endOf = (day: string): Date => startOf(addDays(day, 1));
/** An instant as a parameter. */
export const instant = (at: Date): SQL => sql`${at.toISOString()}::timestamptz`;

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
    hasStatus(filter.statuses),
    anyOf(operations.type, filter.types, operationTypes),
    filter.sources.length === 0 ? undefined : anyOf(operations.source, filter.sources, operationSources),
    filter.error === null ? undefined : hasError(scope, filter.error),
    filter.reference === null ? undefined : startsWith(filter.reference),
    filter.document === null ? undefined : hasDocument(filter.document, filter, search),
  );
}

/** No condition where every value is asked for; an equality for one, which keeps the order of an index behind it. */
function anyOf<T extends string>(column: PgColumn, asked: readonly T[], all: readonly T[]): SQL | undefined {
  if (all.every((value) => asked.includes(value))) return undefined;
  const [first] = asked;
  return asked.length === 1 ? eq(column, first) : inArray(column, [...asked]);
}

/**
 * The index of what is not completed says so in its own words: a plan made before the values are known needs them.
 * An operation without fault has no error code (contract.md, registration).
 */
const notCompleted = sql`${operations.status} <> 'COMPLETED'`;

function hasStatus(asked: OperationFilter['statuses']): SQL | undefined {
  if (asked.length === 0) return undefined;
  return and(
    anyOf(operations.status, asked, operationStatuses),
    asked.includes('COMPLETED') ? undefined : notCompleted,
  );
}

/** The index of what is not completed begins with the partner: without one, all of them are named. */
function hasError(scope: SQL | undefined, code: string): SQL | undefined {
  const anyPartner = sql`${operations.partnerId} = any (array(select ${partners.id} from ${partners}))`;
  return and(eq(operations.errorCode, code), notCompleted, scope === undefined ? anyPartner : undefined);
}

/**
 * Whether a filter holds a condition that may stand for one row or for every row: only a plan made for its value can
 * tell which index is the right one.
 */
export const isSelective = ({ reference, error }: OperationFilter): boolean => reference !== null || error !== null;

/** Exact and prefix in one: a range, which a prepared statement can look up in the index (`starts_with` it cannot). */
function startsWith(reference: string): SQL {
  return sql`${operations.externalRef} collate "C" >= ${reference} and ${operations.externalRef} collate "C" < ${reference + lastCharacter}`;
}

/** "Contains" over names of documents: the operation is among what the search finds. */
function hasDocument(text: string, filter: OperationFilter, search: Search): SQL {
  return sql`(${operations.receivedAt}, ${operations.id}) in (select found.received_at, found.operation_id from ${foundBy(text, filter, search)})`;
}

/** Keys of documents of such a name, by the one function that may use the trigram index under the fences. */
export function foundBy(text: string, filter: OperationFilter, { most, newest, beyond }: Search): SQL {
  const { service, issuer, partner } = filter;
  const owners = Object.entries({ service, issuer, partner }).filter(([, id]) => id !== null);
  const asked = { tests: true, texts: { name: { mode: 'contains', text } }, ...Object.fromEntries(owners) };
  const time = beyond === null ? null : timeOfId(beyond);
  // Beyond all documents of the operation at the cursor.
  const key =
    time === null
      ? sql`null, null, null`
      : sql`${instant(new Date(time))}, ${beyond}::uuid, ${newest ? 0 : mostDocumentsEver}::int`;
  return sql`search_documents(${JSON.stringify(asked)}::text::jsonb, ${instant(startOf(filter.from))}, ${instant(endOf(filter.to))}, ${newest}, ${key}, ${most}) found`;
}

/** Behind the number of any document. */
const mostDocumentsEver = 2_147_483_647;
