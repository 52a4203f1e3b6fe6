import { sql } from 'drizzle-orm';
import type { Database } from '../transaction';

/** Operations of a client service by the thousand, a second apart, the newest two hours ago. Without documents or usage. */
export async function makeManyOperations(db: Database, serviceId: string, count: number): Promise<void> {
  await db.execute(sql`
    insert into operations (id, partner_id, issuer_id, service_id, payer_kind, payer_id, received_at, finished_at, local_day,
      external_ref, type, source, status, item_count, signed_count, failed_count, bytes)
    select (lpad(to_hex(floor(extract(epoch from at) * 1000)::bigint), 12, '0') || '70008' || lpad(to_hex(n), 15, '0'))::uuid,
      s.partner_id, s.issuer_id, s.id, 'ISSUER', s.issuer_id, at, at, (at at time zone i.time_zone)::date, 'N ' || n,
      'HASH', 'PROXY', 'COMPLETED', 1, 1, 0, 0
    from generate_series(1, ${count}::int) n, client_services s, installation i,
      lateral (select date_trunc('milliseconds', now() - interval '2 hours' - n * interval '1 second') as at) t
    where s.id = ${serviceId}`);
}
