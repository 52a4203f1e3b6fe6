import { sql } from 'drizzle-orm';
import type { Status } from '@/lib/domain/company';
import type { Role } from '@/lib/domain/roles';
import type { Database } from '../transaction';

/** Who an operator is now, without a session: background work on its behalf asks this again and again. */
export type Standing = {
  operatorId: string;
  role: Role;
  name: string;
  email: string;
  language: 'pt' | 'en';
  partnerId: string | null;
  issuerId: string | null;
  partnerStatus: Status | null;
  issuerStatus: Status | null;
  /** Auditor: issuers granted today; empty for other roles. */
  issuerIds: string[];
};

/** The operator as it stands now; null when it is not active. */
export async function findStanding(db: Database, operatorId: string): Promise<Standing | null> {
  const rows = await db.execute<Standing>(sql`
    select o.id as "operatorId", o.role, o.name, o.email, o.language,
      o.partner_id as "partnerId", o.issuer_id as "issuerId", p.status as "partnerStatus", i.status as "issuerStatus",
      case o.role when 'auditor' then array(
        select distinct g.issuer_id from audit_accesses g
        where g.auditor_id = o.id and g.ended_at is null and installation_day() between g.valid_from and g.valid_to
      ) else '{}' end as "issuerIds"
    from operators o
    left join partners p on p.id = o.partner_id
    left join issuers i on i.id = o.issuer_id
    where o.id = ${operatorId} and o.status = 'active'`);
  return rows[0] ?? null;
}
