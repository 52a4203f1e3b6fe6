import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { housePartnerId } from '@/db/house';
import { documents } from '@/db/schema';
import { inScope } from '@/db/scope';
import type { Actor } from '@/lib/domain/actor';
import { type DocumentPage, documentPageSchema } from '@/lib/domain/document-filter';
import { query } from '../define';
import { pageRows } from '../page-rows';
import type { DocumentRow, DocumentRows } from './schemas';
import { foundDocuments } from './search';

/** A page of the documents, or of the hashes, that pass a filter, by keyset in either direction. */
export const listDocuments = query({
  name: 'documents.list',
  permission: 'operations.view',
  input: documentPageSchema,
  run: async ({ db, actor, input }): Promise<DocumentRows> => {
    const newest = (input.sort === 'newest') !== (input.before !== null);
    const found = await db.execute<Found>(pageOf(actor, input, newest));
    return pageRows(input, found, tupleOf);
  },
});

/** A row as the statement below gives it; instants in milliseconds. */
type Found = {
  operation_id: string;
  seq: number;
  received: number;
  status: DocumentRow[2];
  error_code: string | null;
  name: string | null;
  reference: string;
  invoice_number: string | null;
  recipient_nif: string | null;
  total: string | null;
  signature_format: string | null;
  signature_level: string | null;
  size_bytes: number | null;
  sha256: string;
  alias: string | null;
  service: string | null;
  issuer: string | null;
  partner_id: string;
  partner: string | null;
};

/** The keys that the search found, read as rows under the caller's own policies and scope. One more tells of a next page. */
function pageOf(actor: Actor, page: DocumentPage, newest: boolean): SQL {
  const d = documents;
  const stretch = { newest, beyond: page.after ?? page.before, most: page.size + 1 };
  const direction = newest ? sql`desc` : sql`asc`;
  const scope = inScope(actor, documents);
  return sql`
    select ${d.operationId}, ${d.seq}, (extract(epoch from ${d.receivedAt}) * 1000)::float8 as received, ${d.status}, ${d.errorCode},
      ${d.name}, ${d.reference}, ${d.invoiceNumber}, ${d.recipientNif}, ${d.total}::text, ${d.signatureFormat}, ${d.signatureLevel},
      ${d.sizeBytes}::float8, encode(${d.sha256}, 'hex') as sha256, s.alias, s.name as service, i.name as issuer,
      ${d.partnerId}, p.name as partner
    from ${foundDocuments(page, stretch)}
    join ${d} on ${d.partnerId} = found.partner_id and ${d.receivedAt} = found.received_at
      and ${d.operationId} = found.operation_id and ${d.seq} = found.seq
    left join client_services s on s.id = ${d.serviceId}
    left join issuers i on i.id = ${d.issuerId}
    left join partners p on p.id = ${d.partnerId}
    ${scope ? sql`where ${scope}` : sql``}
    order by ${d.receivedAt} ${direction}, ${d.operationId} ${direction}, ${d.seq} ${direction}`;
}

function tupleOf(row: Found): DocumentRow {
  return [
    `${row.operation_id}.${row.seq}`,
    row.received,
    row.status,
    row.error_code,
    row.name,
    row.reference,
    row.invoice_number,
    row.recipient_nif,
    row.total,
    row.signature_format,
    row.signature_level,
    row.size_bytes,
    row.sha256,
    row.alias ?? '',
    row.service ?? '',
    row.issuer ?? '',
    row.partner_id === housePartnerId ? null : row.partner,
  ];
}
