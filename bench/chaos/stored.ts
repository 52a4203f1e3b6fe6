import { type SQL, sql } from 'drizzle-orm';
import { asMachine } from '@/db/client';
import { usageDifferences } from '@/db/jobs/reconcile';
import type { Database } from '@/db/transaction';
import type { Acknowledged } from './ledger';
import { contentOf } from './operations';

const atOnce = 1_000;
const patienceMs = 60_000;
const reconciledDays = 3;

type Found = { n: number; keyOf: string | null; id: string | null; content: unknown };

/** What the application acknowledged and the database does not hold, or holds otherwise, a sentence each. */
export async function lost(acknowledged: readonly Acknowledged[]): Promise<string[]> {
  const complaints: string[] = [];
  for (let first = 0; first < acknowledged.length; first += atOnce) {
    const part = acknowledged.slice(first, first + atOnce);
    const rows = await asMachine('system', 'read', (db) => db.execute<Found>(look(part)), patienceMs);
    const found = new Map(rows.map((row) => [row.n, row]));
    part.forEach((each, place) => {
      const row = found.get(place + 1);
      const wrong = faultOf(each, row);
      if (wrong) complaints.push(`${each.operation.externalReference} was acknowledged but ${wrong}`);
    });
  }
  return complaints;
}

function faultOf(each: Acknowledged, row: Found | undefined): string | null {
  if (row?.keyOf !== each.id) return 'its key is missing or names another operation';
  if (row.id !== each.id) return 'its operation is missing';
  return JSON.stringify(row.content) === contentOf(each) ? null : 'its content differs from what was sent';
}

const listed = (values: readonly string[]): SQL => sql`string_to_array(${values.join(',')}, ',')`;

function look(part: readonly Acknowledged[]): SQL {
  const partners = part.map(({ owner }) => owner.partnerId);
  const services = part.map(({ owner }) => owner.id);
  const references = part.map(({ operation }) => operation.externalReference);
  const times = part.map(({ operation }) => operation.receivedAt);
  return sql`
    select i.n::int as n, k.operation_id as "keyOf", o.id,
      jsonb_build_array(o.status, o.type, o.source, (extract(epoch from o.received_at) * 1000)::bigint, (
        select jsonb_agg(jsonb_build_array(d.seq, d.name, d.mime_type, d.size_bytes, encode(d.sha256, 'hex'), d.status,
          d.error_code, d.signature_format, d.invoice_number, d.total, d.custody_until, d.stored) order by d.seq)
        from documents d
        where d.partner_id = i.partner and d.received_at = i.time and d.operation_id = o.id)) as content
    from unnest(${listed(partners)}::uuid[], ${listed(services)}::uuid[], ${listed(references)}::text[],
      ${listed(times)}::timestamptz[]) with ordinality as i (partner, service, reference, time, n)
    left join operation_keys k on k.partner_id = i.partner and k.service_id = i.service and k.external_ref = i.reference
    left join operations o on o.partner_id = i.partner and o.received_at = i.time and o.id = k.operation_id`;
}

type Whole = { operations: number; incomplete: number; orphans: number; keyless: number; empty: number };

/** What is there in part: operations without all their documents or without key, and documents and keys without one. */
export async function halfDone(partnerId: string, acknowledged: number): Promise<string[]> {
  const [whole] = await asMachine('system', 'read', (db) => db.execute<Whole>(wholeness(partnerId)), patienceMs);
  if (!whole) return ['the database does not say what is half-done'];
  const { operations, incomplete, orphans, keyless, empty } = whole;
  return [
    ...(incomplete > 0 ? [`${incomplete} operations lack documents`] : []),
    ...(orphans > 0 ? [`the documents of ${orphans} operations have no operation`] : []),
    ...(keyless > 0 ? [`${keyless} operations have no key`] : []),
    ...(empty > 0 ? [`${empty} keys have no operation`] : []),
    ...(operations === acknowledged
      ? []
      : [`there are ${operations} operations, but ${acknowledged} were acknowledged`]),
  ];
}

const wholeness = (partnerId: string): SQL => sql`
  with o as materialized (select id, item_count from operations where partner_id = ${partnerId}::uuid),
  d as (select operation_id, count(*) as documents from documents where partner_id = ${partnerId}::uuid group by 1),
  k as (select operation_id from operation_keys where partner_id = ${partnerId}::uuid),
  od as (select o.id, o.item_count, d.operation_id, d.documents from o full join d on d.operation_id = o.id),
  ok as (select o.id, k.operation_id from o full join k on k.operation_id = o.id)
  select (select count(*) from o)::int as operations,
    (select count(*) from od where id is not null and documents is distinct from item_count)::int as incomplete,
    (select count(*) from od where id is null)::int as orphans,
    (select count(*) from ok where operation_id is null)::int as keyless,
    (select count(*) from ok where id is null)::int as empty`;

/** Roll-up + delta against the raw rows of all tenants, in one snapshot. */
export async function miscounted(): Promise<string[]> {
  const compare = (db: Database) => usageDifferences(db, reconciledDays);
  const { count, named } = await asMachine('system', 'read', compare, patienceMs);
  return count === 0 ? [] : [`roll-up and raw rows differ in ${count} groups: ${JSON.stringify(named.slice(0, 3))}`];
}
