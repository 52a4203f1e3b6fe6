import { type SQL, sql } from 'drizzle-orm';
import { type Columns, documentColumns, type OperationRow, operationColumns } from './rows';

/** `unnest($1::uuid[], $2::text[], …) with ordinality as alias (id, …, n)`: one parameter a column, however many rows. */
function unnest(alias: string, columns: Columns, numbered: boolean): SQL {
  const arrays = Object.values(columns).map((column) => sql`${literalOf(column)}::${sql.identifier(column.type)}[]`);
  const names = [...Object.keys(columns), ...(numbered ? ['n'] : [])].map((name) => sql.identifier(name));
  const ordinality = numbered ? sql` with ordinality` : sql``;
  return sql`unnest(${sql.join(arrays, sql`, `)})${ordinality} as ${sql.identifier(alias)} (${sql.join(names, sql`, `)})`;
}

const textual: readonly string[] = ['text', 'jsonb'];
const needsEscape = /["\\]/;

/** An array as PostgreSQL's own literal, in one parameter: the driver would serialise it value by value, slower. */
function literalOf({ type, values }: Columns[string]): string {
  if (!textual.includes(type)) return `{${values.map(String).join(',')}}`;
  return `{${values.map((value) => (value === null ? 'null' : quoted(String(value)))).join(',')}}`;
}

function quoted(text: string): string {
  return needsEscape.test(text) ? `"${text.replaceAll(/["\\]/g, '\\$&')}"` : `"${text}"`;
}

/** What is written for the operations `w` whose keys this statement claimed. */
export const writeOperations = sql`operation_rows as (
  insert into operations (id, partner_id, issuer_id, service_id, payer_kind, payer_id, received_at, finished_at, local_day,
    external_ref, type, source, status, error_code, certificate, item_count, signed_count, failed_count, bytes,
    folder_name, recipients, custody_until)
  select id, partner_id, issuer_id, service_id, payer_kind, payer_id, received_at, finished_at, local_day,
    external_ref, type, source, status, error_code, certificate, item_count, signed_count, failed_count, bytes,
    folder_name, case when recipients is not null then array(select jsonb_array_elements_text(recipients)) end, custody_until
  from w)`;

export const writeDocuments = (rows: readonly OperationRow[]): SQL => sql`document_rows as (
  insert into documents (operation_id, seq, partner_id, issuer_id, service_id, received_at, reference, name, mime_type,
    size_bytes, sha256, status, error_code, signature_format, signature_level, time_stamp_at, invoice_number, atcud,
    recipient_nif, total, custody_until, stored)
  select w.id, d.seq, w.partner_id, w.issuer_id, w.service_id, w.received_at, w.external_ref, d.name, d.mime_type,
    d.size_bytes, decode(d.sha256, 'hex'), d.status, d.error_code, d.signature_format, d.signature_level,
    d.time_stamp_at, d.invoice_number, d.atcud, d.recipient_nif, d.total, d.custody_until, d.stored
  from ${unnest('d', documentColumns(rows), false)} join w on w.n = d.n)`;

/** Consumption, in the same transaction: one row a service, payer, local day and status. TEST is never counted. */
export const writeUsage = sql`usage_rows as (
  insert into usage_delta (partner_id, issuer_id, service_id, payer_kind, payer_id, day, status, operations,
    signed_documents, signed_hashes, failed_items, bytes, notifications)
  select partner_id, issuer_id, service_id, payer_kind, payer_id, local_day, status, count(*),
    sum(case type when 'DOCUMENT' then signed_count else 0 end), sum(case type when 'HASH' then signed_count else 0 end),
    sum(failed_count), sum(bytes), sum(notified_count)
  from w where type <> 'TEST' group by 1, 2, 3, 4, 5, 6, 7)`;

/**
 * Registers a batch of one partner in one statement: claims the keys (in key order, so that two batches never wait for
 * each other in a circle), writes for the claimed ones what `parts` say, and answers with the rows whose key was taken:
 * `same` tells whether with the same content, and is null when the key was committed after this statement's snapshot.
 */
export function registerStatement(partnerId: string, rows: readonly OperationRow[], parts: readonly SQL[]): SQL {
  return sql`with i as materialized (
    select u.*, ${partnerId}::uuid as partner_id,
      (u.received_at at time zone (select time_zone from installation))::date as local_day
    from ${unnest('u', operationColumns(rows), true)}),
  k as (
    insert into operation_keys (partner_id, service_id, external_ref, issuer_id, operation_id, content_hash)
    select partner_id, service_id, external_ref, issuer_id, id, decode(content_hash, 'hex') from i
    order by service_id, external_ref on conflict do nothing returning operation_id),
  w as materialized (select i.* from i join k on k.operation_id = i.id),
  ${sql.join([...parts], sql`, `)}
  select i.n::int as n, e.operation_id as id, e.content_hash = decode(i.content_hash, 'hex') as same
  from i left join operation_keys e
    on e.partner_id = i.partner_id and e.service_id = i.service_id and e.external_ref = i.external_ref
  where not exists (select from k where k.operation_id = i.id)`;
}

/** Who holds the keys of these rows, as committed by now; `n` is the place in `rows`, from 1. */
export function holdersStatement(partnerId: string, rows: readonly OperationRow[]): SQL {
  const { service_id, external_ref, content_hash } = operationColumns(rows);
  if (!service_id || !external_ref || !content_hash) throw new Error('a key column of operations is missing');
  return sql`select u.n::int as n, e.operation_id as id, e.content_hash = decode(u.content_hash, 'hex') as same
  from ${unnest('u', { service_id, external_ref, content_hash }, true)}
  join operation_keys e on e.partner_id = ${partnerId} and e.service_id = u.service_id and e.external_ref = u.external_ref`;
}
