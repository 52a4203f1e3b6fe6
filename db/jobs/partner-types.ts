import { sql } from 'drizzle-orm';
import type { Database } from '@/db/transaction';

/** Brings the partners' own rows up to the type that holds today. @returns how many changed */
export async function applyPartnerTypes(db: Database): Promise<number> {
  const rows = await db.execute(sql`
    update partners p set type = t.type, version = p.version + 1, updated_at = now()
    from (
      select distinct on (partner_id) partner_id, type from partner_types
      where from_day <= installation_day() order by partner_id, from_day desc
    ) t
    where t.partner_id = p.id and t.type <> p.type returning 1`);
  return rows.length;
}
