import 'server-only';
import { and, asc, desc, eq, gte, lte, type SQL, sql } from 'drizzle-orm';
import { housePartnerId } from '@/db/house';
import { clientServices, issuers, operations, partners } from '@/db/schema';
import { inScope, issuersApart } from '@/db/scope';
import type { Database } from '@/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import { timeOfId } from '@/lib/domain/ids';
import { type OperationPage, operationPageSchema } from '@/lib/domain/operation-filter';
import { query } from '../define';
import { type Search, whereOf } from './internal';
import type { OperationRow, OperationRows } from './schemas';

/** A page of the operations that pass a filter, by keyset in either direction. Never an offset. */
export const listOperations = query({
  name: 'operations.list',
  permission: 'operations.view',
  input: operationPageSchema,
  run: async ({ db, actor, input }): Promise<OperationRows> => {
    const backwards = input.before !== null;
    const descending = (input.sort === 'newest') !== backwards;
    const found = await readPage(db, actor, input, descending);
    const rows = found.slice(0, input.size).map(tupleOf);
    const more = found.length > input.size;
    return {
      rows: backwards ? rows.reverse() : rows,
      previous: backwards ? more : input.after !== null,
      next: backwards || more,
    };
  },
});

/** Keys that a search inside names brings at first; enough for a page unless other filters drop most of them. */
const quickSearch = 500;
const farSearch = 10_000;

/**
 * Rows of the page and one more. A search inside names looks a little way first: a text that stands in every name
 * would otherwise be gathered by thousands for a page of fifty.
 */
async function readPage(db: Database, actor: Actor, page: OperationPage, descending: boolean) {
  // The search goes downwards in time; in the other direction it cannot start at the cursor.
  const below = descending ? (page.after ?? page.before) : null;
  const read = (most: number) => withNames(db, pageOf(db, actor, page, descending, { most, below }), descending);
  if (page.document === null || !descending) return read(farSearch);
  const near = await read(quickSearch);
  return near.length > page.size ? near : read(farSearch);
}

type Subquery = ReturnType<typeof pageOf>;

const columns = {
  id: operations.id,
  receivedAt: operations.receivedAt,
  finishedAt: operations.finishedAt,
  status: operations.status,
  errorCode: operations.errorCode,
  externalRef: operations.externalRef,
  type: operations.type,
  source: operations.source,
  itemCount: operations.itemCount,
  failedCount: operations.failedCount,
  bytes: operations.bytes,
  serviceId: operations.serviceId,
  issuerId: operations.issuerId,
  partnerId: operations.partnerId,
};

/** One row more than the page holds tells whether there is another page. */
function pageOf(db: Database, actor: Actor, page: OperationPage, descending: boolean, search: Search) {
  const most = page.size + 1;
  const direction = descending ? desc : asc;
  const order = [direction(operations.receivedAt), direction(operations.id)] as const;
  const beyond = beyondCursor(page.after ?? page.before, descending);
  const apart = page.issuer === null && page.service === null ? issuersApart(actor) : null;
  if (apart === null) {
    const where = and(whereOf(inScope(actor, operations), page, search), beyond);
    return db
      .select(columns)
      .from(operations)
      .where(where)
      .orderBy(...order)
      .limit(most)
      .as('page');
  }
  const where = and(whereOf(apart.condition(operations.issuerId), page, search), beyond);
  const each = db
    .select(columns)
    .from(operations)
    .where(where)
    .orderBy(...order)
    .limit(most)
    .as('each');
  return db
    .select(each._.selectedFields)
    .from(apart.rows)
    .crossJoinLateral(each)
    .orderBy(direction(each.receivedAt), direction(each.id))
    .limit(most)
    .as('page');
}

/** Rows beyond the cursor. The comparison of pairs does not prune partitions, so the plain bound stands beside it. */
function beyondCursor(cursor: string | null, descending: boolean): SQL | undefined {
  const time = cursor === null ? null : timeOfId(cursor);
  if (time === null) return undefined;
  const at = new Date(time);
  const here = sql`(${operations.receivedAt}, ${operations.id})`;
  const there = sql`(${at.toISOString()}::timestamptz, ${cursor}::uuid)`;
  return descending
    ? and(lte(operations.receivedAt, at), sql`${here} < ${there}`)
    : and(gte(operations.receivedAt, at), sql`${here} > ${there}`);
}

function withNames(db: Database, page: Subquery, descending: boolean) {
  const direction = descending ? desc : asc;
  return db
    .select({
      page: page._.selectedFields,
      alias: clientServices.alias,
      service: clientServices.name,
      issuer: issuers.name,
      partner: partners.name,
    })
    .from(page)
    .leftJoin(clientServices, eq(clientServices.id, page.serviceId))
    .leftJoin(issuers, eq(issuers.id, page.issuerId))
    .leftJoin(partners, eq(partners.id, page.partnerId))
    .orderBy(direction(page.receivedAt), direction(page.id));
}

function tupleOf(row: Awaited<ReturnType<typeof withNames>>[number]): OperationRow {
  const { page } = row;
  return [
    page.id,
    page.receivedAt.getTime(),
    page.finishedAt?.getTime() ?? null,
    page.status,
    page.errorCode,
    page.externalRef,
    page.type,
    page.source,
    page.itemCount,
    page.failedCount,
    page.bytes,
    page.serviceId,
    row.alias ?? '',
    row.service ?? '',
    row.issuer ?? '',
    page.partnerId === housePartnerId ? null : row.partner,
  ];
}
