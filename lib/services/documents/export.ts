import 'server-only';
import { and, eq, gte, inArray, isNotNull, isNull, lt, ne, type SQL, sql } from 'drizzle-orm';
import { housePartnerId } from '@/db/house';
import { clientServices, documents, issuers, operations, partners } from '@/db/schema';
import { inScope } from '@/db/scope';
import { type DocumentFilter, documentFilterSchema, documentPageSchema } from '@/lib/domain/document-filter';
import { query } from '../define';
import { ownerNames } from '../owner-names';
import { countOf, openCursor, type Reading } from '../reading';
import type { ExportedDocument } from './schemas';
import { daysOf, foundDocuments } from './search';

/** What is exported: a filter in an order. */
const documentExportSchema = documentFilterSchema.extend({ sort: documentPageSchema.shape.sort });

/** All documents, or hashes, that pass a filter, in the list's order. */
export const exportDocuments = query({
  name: 'documents.export',
  permission: 'operations.view',
  input: documentExportSchema,
  run: async ({ db, actor, input }): Promise<Reading<ExportedDocument>> => {
    const fromWhere = fromWhereOf(inScope(actor, documents), input);
    const [count, names, next] = await Promise.all([
      countOf(db, fromWhere),
      ownerNames(db, actor, input),
      openCursor<ExportedDocument>(db, 'documents', rowsOf(fromWhere, input.sort)),
    ]);
    return { count, names, next };
  },
});

/** The largest number of keys that a search can be asked for. */
const everything = 2_147_483_647;

/** With a text or a hash the search finds the rows; without, they are read in their order. */
function fromWhereOf(scope: SQL | undefined, filter: DocumentFilter): SQL {
  const d = documents;
  const o = operations;
  if (filter.hash !== null || Object.keys(filter.texts).length > 0) {
    const found = foundDocuments(filter, { newest: true, beyond: null, most: everything });
    return sql`from ${found} join ${d} on ${d.partnerId} = found.partner_id and ${d.receivedAt} = found.received_at
      and ${d.operationId} = found.operation_id and ${d.seq} = found.seq ${scope ? sql`where ${scope}` : sql``}`;
  }
  const { since, until } = daysOf(filter);
  const where = and(
    scope,
    filter.kind === 'hash' ? isNull(d.name) : isNotNull(d.name),
    filter.partner === null ? undefined : eq(d.partnerId, filter.partner),
    filter.issuer === null ? undefined : eq(d.issuerId, filter.issuer),
    filter.service === null ? undefined : eq(d.serviceId, filter.service),
    filter.statuses.length === 0 ? undefined : inArray(d.status, filter.statuses),
    gte(d.receivedAt, since),
    lt(d.receivedAt, until),
    gte(o.receivedAt, since),
    lt(o.receivedAt, until),
    ne(o.type, 'TEST'),
  );
  return sql`from ${d} join ${o} on ${o.partnerId} = ${d.partnerId} and ${o.receivedAt} = ${d.receivedAt} and ${o.id} = ${d.operationId} where ${where}`;
}

function rowsOf(fromWhere: SQL, sort: 'newest' | 'oldest'): SQL {
  const direction = sort === 'newest' ? sql`desc` : sql`asc`;
  const d = documents;
  const order = sql`"receivedAt" ${direction}, "operationId" ${direction}, seq ${direction}`;
  // Services are few: their names are joined to what was found, not to what is looked through.
  return sql`
    select each.*, ${clientServices.alias} as alias, ${clientServices.name} as service, ${issuers.name} as issuer,
      case when each."partnerId" <> ${housePartnerId}::uuid then ${partners.name} end as partner
    from (
      select ${d.operationId} as "operationId", ${d.seq} as seq, date_part('epoch', ${d.receivedAt}) * 1000 as "receivedAt", ${d.status} as status,
        ${d.errorCode} as error, ${d.name} as name, ${d.reference} as reference, ${d.invoiceNumber} as invoice, ${d.atcud} as atcud,
        ${d.recipientNif} as nif, ${d.total}::float8 as total, ${d.signatureFormat} as "signatureFormat", ${d.signatureLevel} as "signatureLevel",
        date_part('epoch', ${d.timeStampAt}) * 1000 as "timeStampAt", ${d.sizeBytes}::float8 as size, encode(${d.sha256}, 'hex') as hash,
        ${d.custodyUntil}::text as "custodyUntil", ${d.serviceId} as "serviceId", ${d.issuerId} as "issuerId", ${d.partnerId} as "partnerId"
      ${fromWhere}
    ) each
    left join ${clientServices} on ${clientServices.id} = each."serviceId"
    left join ${issuers} on ${issuers.id} = each."issuerId"
    left join ${partners} on ${partners.id} = each."partnerId"
    order by ${order}`;
}
