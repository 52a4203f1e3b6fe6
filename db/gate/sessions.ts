import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Status } from '@/lib/domain/company';
import type { Role } from '@/lib/domain/roles';
import type { Theme } from '@/lib/domain/theme';
import type { Database } from '../transaction';

/** What one query tells about a session that is still open, and about who holds it. */
export type OpenSession = {
  sessionId: string;
  /** True when it was last seen over a minute ago: time to note it. */
  stale: boolean;
  operatorId: string;
  role: Role;
  name: string;
  email: string;
  language: 'pt' | 'en';
  theme: Theme;
  partnerId: string | null;
  issuerId: string | null;
  partnerName: string | null;
  issuerName: string | null;
  partnerStatus: Status | null;
  issuerStatus: Status | null;
  issuerIds: string[];
  /** Milliseconds since 1970. */
  verifiedAt: number;
  mustEnrol: boolean;
  secondFactor: boolean;
  /** Partner: issuers of its company that are not deleted; null for other roles. */
  partnerIssuers: number | null;
  /** Auditor: last local day of its longest grant, `YYYY-MM-DD`; null for other roles. */
  grantedUntil: string | null;
};

/** Only this is stored: a stolen table opens no session. */
function hashOfToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/**
 * The open session of a token with its operator, the companies' statuses and the issuers granted to an auditor today.
 * Ended, expired (12 h) and idle (30 min) sessions are absent, and so are operators that are not active.
 */
export async function findOpenSession(db: Database, token: string): Promise<OpenSession | null> {
  const rows = await db.execute<OpenSession>(sql`
    select s.id as "sessionId", s.last_seen_at < now() - interval '1 minute' as "stale",
      o.id as "operatorId", o.role, o.name, o.email, o.language, o.theme,
      (extract(epoch from s.verified_at) * 1000)::float8 as "verifiedAt",
      s.enrols and f.operator_id is null as "mustEnrol", f.operator_id is not null as "secondFactor",
      o.partner_id as "partnerId", o.issuer_id as "issuerId",
      p.name as "partnerName", i.name as "issuerName", p.status as "partnerStatus", i.status as "issuerStatus",
      case o.role when 'auditor' then array(
        select distinct g.issuer_id from audit_accesses g
        where g.auditor_id = o.id and g.ended_at is null and installation_day() between g.valid_from and g.valid_to
      ) else '{}' end as "issuerIds",
      case o.role when 'partner' then (
        select count(*)::int from issuers x where x.partner_id = o.partner_id and x.status <> 'deleted'
      ) end as "partnerIssuers",
      case o.role when 'auditor' then (
        select max(g.valid_to)::text from audit_accesses g
        where g.auditor_id = o.id and g.ended_at is null and installation_day() between g.valid_from and g.valid_to
      ) end as "grantedUntil"
    from sessions s
    join operators o on o.id = s.operator_id
    left join partners p on p.id = o.partner_id
    left join issuers i on i.id = o.issuer_id
    left join second_factors f on f.operator_id = o.id and f.confirmed_at is not null
    where s.token_hash = ${hashOfToken(token)} and s.ended_at is null and s.expires_at > now()
      and s.last_seen_at > now() - interval '30 minutes' and o.status = 'active'`);
  return rows[0] ?? null;
}

/** Notes that a session is in use, at most once a minute. */
export async function touchSession(db: Database, sessionId: string): Promise<void> {
  await db.execute(sql`
    update sessions set last_seen_at = now()
    where id = ${sessionId} and ended_at is null and last_seen_at < now() - interval '1 minute'`);
}

type NewSession = {
  id: string;
  operatorId: string;
  token: string;
  seconds: number;
  address: string;
  userAgent: string;
  /** Its operator must add a second factor before anything else. */
  enrols?: boolean;
};

/** Opens a session; of its token only the hash is kept. */
export async function openSession(db: Database, given: NewSession): Promise<void> {
  await db.execute(sql`
    insert into sessions (id, operator_id, partner_id, issuer_id, token_hash, created_at, last_seen_at, expires_at, address, user_agent, enrols)
    select ${given.id}, o.id, o.partner_id, o.issuer_id, ${hashOfToken(given.token)}, now(), now(),
      now() + make_interval(secs => ${given.seconds}), ${given.address}, ${given.userAgent}, ${given.enrols ?? false}
    from operators o where o.id = ${given.operatorId}`);
}

/** Ends a session. @returns its id when it was open until now */
export async function endSession(db: Database, sessionId: string): Promise<boolean> {
  const rows = await db.execute(
    sql`update sessions set ended_at = now() where id = ${sessionId} and ended_at is null returning id`,
  );
  return rows.length > 0;
}
