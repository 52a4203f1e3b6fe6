import 'server-only';
import { eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { housePartnerId } from '@/db/house';
import { clientServices, issuers, operations, partners } from '@/db/schema';
import { inScope } from '@/db/scope';
import type { Database } from '@/db/transaction';
import { operationFilterSchema, operationPageSchema } from '@/lib/domain/operation-filter';
import { query } from '../define';
import { ownerNames } from '../owner-names';
import { countOf, openCursor, type Reading } from '../reading';
import { whereOf } from './internal';
import type { ExportedOperation } from './schemas';

/** What is exported: a filter in an order. */
const operationExportSchema = operationFilterSchema.extend({ sort: operationPageSchema.shape.sort });

/** All operations that pass a filter, in the list's order. It finds every document's name, not the newest alone. */
export const exportOperations = query({
  name: 'operations.export',
  permission: 'operations.view',
  input: operationExportSchema,
  run: async ({ db, actor, input }): Promise<Reading<ExportedOperation>> => {
    const where = whereOf(inScope(actor, operations), input, { most: everything, newest: true, beyond: null });
    const [count, names, next] = await Promise.all([
      countOf(db, sql`from ${operations} where ${where}`),
      ownerNames(db, actor, input),
      openCursor<Row>(db, 'operations', rowsOf(where, input.sort)),
    ]);
    return { count, names, next: withNames(db, next) };
  },
});

/** The largest number that a search can be asked for. */
const everything = 2_147_483_647;

const milliseconds = (at: PgColumn): SQL => sql`date_part('epoch', ${at}) * 1000`;

type Row = ExportedOperation['row'];

function rowsOf(where: SQL | undefined, sort: 'newest' | 'oldest'): SQL {
  const direction = sort === 'newest' ? sql`desc` : sql`asc`;
  const o = operations;
  return sql`
    select ${o.id} as id, ${milliseconds(o.receivedAt)} as "receivedAt", ${milliseconds(o.finishedAt)} as "finishedAt",
      ${o.status} as status, ${o.errorCode} as error, ${o.externalRef} as reference, ${o.type} as type, ${o.source} as source,
      ${o.itemCount} as items, ${o.failedCount} as failed, ${o.bytes}::float8 as bytes, ${o.serviceId} as "serviceId"
    from ${o}
    where ${where}
    order by ${o.receivedAt} ${direction}, ${o.id} ${direction}`;
}

/** Few services have many operations: each is looked up once, instead of coming along with every row. */
function withNames(db: Database, next: () => Promise<readonly Row[]>): Reading<ExportedOperation>['next'] {
  const known = new Map<string, ExportedOperation['owner']>();
  const nameless = { alias: null, service: null, issuer: null, partner: null };
  return async () => {
    const rows = await next();
    const missing = [...new Set(rows.map(({ serviceId }) => serviceId))].filter((id) => !known.has(id));
    for (const { id, ...names } of missing.length > 0 ? await servicesOf(db, missing) : []) known.set(id, names);
    return rows.map((row) => ({ row, owner: known.get(row.serviceId) ?? nameless }));
  };
}

function servicesOf(db: Database, ids: string[]) {
  return db
    .select({
      id: clientServices.id,
      alias: clientServices.alias,
      service: clientServices.name,
      issuer: issuers.name,
      partner: sql<string | null>`case when ${partners.id} <> ${housePartnerId}::uuid then ${partners.name} end`,
    })
    .from(clientServices)
    .leftJoin(issuers, eq(issuers.id, clientServices.issuerId))
    .leftJoin(partners, eq(partners.id, clientServices.partnerId))
    .where(inArray(clientServices.id, ids));
}
