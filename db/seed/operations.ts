import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '@/db/transaction';
import { hourShares } from './calendar';
import type { Customer } from './customers';
import type { Stretch } from './plan';

type Batch = {
  stretches: readonly Stretch[];
  customers: readonly Customer[];
  shares: readonly number[];
  now: Date;
  zone: string;
};

const numbers = (list: readonly number[]): SQL => sql`${`{${list.join(',')}}`}::float8[]`;

/**
 * Which moment, service, kind and outcome each operation of a batch gets. Chance is a hash of the operation's number:
 * the same number has the same fate in every database. Moments rise with the number and are spread by the hours' shares.
 */
function drawn({ stretches, customers, shares, now, zone }: Batch): SQL {
  const hours = numbers(hourShares);
  return sql`
    customer as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(customers.map((each, index) => ({ ...each, place: index + 1 })))}::text::jsonb)
        as c(place int, id uuid, partner_id uuid, issuer_id uuid, payer_kind text, payer_id uuid, source text, prefix text, seal text, custody boolean, hashes float8)
    ), chance as (
      select d.day, d.failing, n, d.low + (d.high - d.low) * (n - d.first + pg_temp.draw(n, 1)) / d.count as share,
        pg_temp.draw(n, 2) as r_service, pg_temp.draw(n, 3) as r_type, pg_temp.draw(n, 4) as r_source, pg_temp.draw(n, 5) as r_items, pg_temp.draw(n, 6) as r_status, pg_temp.draw(n, 7) as r_error, pg_temp.draw(n, 8) as r_part, pg_temp.draw(n, 9) as r_more
      from jsonb_to_recordset(${JSON.stringify(stretches)}::text::jsonb) as d(day date, first bigint, count int, low float8, high float8, failing float8)
      cross join lateral generate_series(d.first, d.first + d.count - 1) n
    ), timed as materialized (
      select c.*, s.id as service_id, s.partner_id, s.issuer_id, s.payer_kind, s.payer_id, s.source as usual, s.prefix, s.seal, s.custody,
        floor(extract(epoch from (c.day + make_interval(secs => 3600 * (h - 1 + (c.share - (${hours})[h]) / ((${hours})[h + 1] - (${hours})[h])))) at time zone ${zone}) * 1000)::bigint as ms,
        case when r_type < 0.012 then 'TEST' when r_type < 0.012 + s.hashes then 'HASH' else 'DOCUMENT' end as type
      from chance c cross join lateral width_bucket(c.share, ${hours}) h
      join customer s on s.place = width_bucket(c.r_service, ${numbers(shares)})
    ), sized as materialized (
      select t.*, timestamptz 'epoch' + ms * interval '1 ms' as received_at,
        case type when 'TEST' then 1 when 'HASH' then 1 + floor(r_items * r_items * 6)::int
          else case when r_items < 0.9 then 1 else 2 + floor((r_items - 0.9) * 40)::int end end as items
      from timed t
    ), judged as materialized (
      select z.*, case
          when received_at > ${now.toISOString()}::timestamptz - interval '75 seconds' then 'RECEIVED'
          when received_at > ${now.toISOString()}::timestamptz - interval '180 seconds' then 'PROCESSING'
          when r_status < 0.004 then 'CANCELLED' when r_status < 0.004 + failing then 'FAILED'
          when items > 1 and r_status < 0.045 + failing then 'COMPLETED_WITH_ERRORS' else 'COMPLETED' end as status,
        case when type = 'TEST' then 'BACKOFFICE' when r_source < 0.9 or usual = 'PROXY' then usual
          when r_source < 0.97 then 'API_SYNC' else 'BACKOFFICE' end as source
      from sized z
    )`;
}

/** Registers a batch: operations, their keys and documents in one statement. Answers how many there were. */
export async function insertOperations(db: Database, batch: Batch): Promise<{ operations: number; documents: number }> {
  const [row] = await db.execute<{ operations: number; documents: number }>(sql`
    with ${drawn(batch)}, operation as materialized (
      select j.*, (lpad(to_hex(ms), 12, '0') || '7' || substr(md5(n::text), 1, 3) || '8' || substr(md5(n::text), 4, 15))::uuid as id,
        case when type = 'TEST' then 'TESTE' else prefix end || '-' || to_char(day, 'YYYY') || '-' || lpad(n::text, 8, '0') as external_ref,
        case status when 'COMPLETED' then items when 'COMPLETED_WITH_ERRORS' then items - 1 - floor(r_part * (items - 1))::int
          when 'PROCESSING' then items / 2 else 0 end as signed_count,
        case status when 'FAILED' then items when 'COMPLETED_WITH_ERRORS' then 1 + floor(r_part * (items - 1))::int else 0 end as failed_count,
        case status when 'FAILED' then case when failing > 0.1 and r_error < 0.9 or r_error < 0.45 then '2.2.0' when r_error < 0.7 then '2.3.1'
          when r_error < 0.92 then '2.3.0' else '2.1.2' end when 'COMPLETED_WITH_ERRORS' then '2.3.0' end as error_code,
        case when status in ('RECEIVED', 'PROCESSING') then null else least(${batch.now.toISOString()}::timestamptz,
          received_at + items * (350 + floor(r_part * 1100)) * interval '1 ms' + case source when 'API_ASYNC' then floor(r_error * 40000) else 0 end * interval '1 ms') end as finished_at,
        case when type = 'HASH' then 0 else 38000 + floor(r_more * 210000)::int end as base_bytes,
        case when custody and type <> 'TEST' then (day + interval '10 years')::date end as custody_until,
        1 + floor(pg_temp.draw(n, 10) * 4000)::int as buyer
      from judged j
    ), o as (
      insert into operations (id, partner_id, issuer_id, service_id, payer_kind, payer_id, received_at, finished_at, local_day, external_ref, type, source, status,
        error_code, certificate, item_count, signed_count, failed_count, bytes, folder_name, recipients, custody_until)
      select id, partner_id, issuer_id, service_id, payer_kind, payer_id, received_at, finished_at, day, external_ref, type, source, status, error_code,
        case when signed_count > 0 then seal || ' · selo ' || to_char(day, 'YYYY') end, items, signed_count, failed_count,
        case when type = 'HASH' then 0 else items * base_bytes + 1373 * items * (items - 1) / 2 end,
        case when type = 'DOCUMENT' and (items > 1 or r_more < 0.3) then 'Faturas ' || to_char(day, 'YYYY-MM') end,
        case when type = 'DOCUMENT' and (items > 1 or r_more < 0.3) then array['contabilidade@cliente' || lpad(buyer::text, 4, '0') || '.example'] end, custody_until
      from operation returning 1
    ), k as (
      insert into operation_keys (partner_id, service_id, external_ref, issuer_id, operation_id, content_hash)
      select partner_id, service_id, external_ref, issuer_id, id, sha256(convert_to(id::text, 'UTF8')) from operation
    ), d as (
      ${insertDocuments(batch.now)} returning 1
    )
    select (select count(*)::int from o) as operations, (select count(*)::int from d) as documents`);
  if (!row) throw new Error('the batch did not answer');
  return row;
}

/** Documents and hashes of the operations at hand; sizes add up to the operation's bytes. */
function insertDocuments(now: Date): SQL {
  return sql`
    insert into documents (operation_id, seq, partner_id, issuer_id, service_id, received_at, reference, name, mime_type, size_bytes, sha256, status, error_code,
      signature_format, signature_level, time_stamp_at, invoice_number, atcud, recipient_nif, total, custody_until, stored)
    select p.id, seq, partner_id, issuer_id, service_id, received_at, external_ref,
      case type when 'HASH' then null when 'TEST' then 'amostra.pdf' else case when invoice then kind || '_' || to_char(day, 'YYYY') || 'A_' || number else 'documento-' || number end || '.pdf' end,
      case when type <> 'HASH' then 'application/pdf' end, case when type <> 'HASH' then base_bytes + 1373 * (seq - 1) end,
      sha256(convert_to(n || ':' || seq, 'UTF8')), case when seq <= signed_count then case when custody and received_at < ${now.toISOString()}::timestamptz - interval '30 days' then 'ARCHIVED'
          when type = 'DOCUMENT' and (items > 1 or r_more < 0.3) and pg_temp.draw(n, 15) < 0.4 then 'NOTIFIED' else 'SIGNED' end
        when status = 'PROCESSING' then 'SIGNING' when status in ('RECEIVED', 'CANCELLED') then 'RECEIVED' else 'FAILED' end,
      case when seq > signed_count then error_code end, case when seq <= signed_count then case type when 'HASH' then 'PKCS1' else 'PAdES' end end,
      case when seq <= signed_count and type <> 'HASH' then 'B-T' end, case when seq <= signed_count and type <> 'HASH' then coalesce(finished_at, received_at) end,
      case when invoice then kind || ' ' || to_char(day, 'YYYY') || 'A/' || number end,
      case when invoice then upper(translate(substr(md5(service_id::text || to_char(day, 'YYYY')), 1, 8), '01', 'JW')) || '-' || number end,
      case when invoice and pg_temp.draw(n, 11) < 0.85 then (eight * 10::bigint + case when rest < 2 then 0 else 11 - rest end)::text end,
      case when invoice then round((12 + 1800 * pg_temp.draw(n * 16 + seq, 12) ^ 3)::numeric, 2) end, custody_until, false
    from operation p cross join lateral generate_series(1, items) seq
    cross join lateral (select n + seq - 1 as number, type = 'DOCUMENT' and pg_temp.draw(n, 13) < 0.94 as invoice,
      case when pg_temp.draw(n, 14) < 0.7 then 'FT' when pg_temp.draw(n, 14) < 0.86 then 'FR' when pg_temp.draw(n, 14) < 0.95 then 'FS' else 'NC' end as kind,
      case when buyer % 3 = 0 then 20000000 else 50000000 end + buyer * 7919 % 10000000 as eight) paper
    cross join lateral (select (9 * (eight / 10000000) + 8 * (eight / 1000000 % 10) + 7 * (eight / 100000 % 10) + 6 * (eight / 10000 % 10)
      + 5 * (eight / 1000 % 10) + 4 * (eight / 100 % 10) + 3 * (eight / 10 % 10) + 2 * (eight % 10)) % 11 as rest) digit`;
}
