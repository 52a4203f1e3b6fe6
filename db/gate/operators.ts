import { sql } from 'drizzle-orm';
import type { Status } from '@/lib/domain/company';
import type { Role } from '@/lib/domain/roles';
import type { Database } from '../transaction';

/** What sign-in must know of an account. */
export type Account = {
  operatorId: string;
  role: Role;
  name: string;
  email: string;
  language: 'pt' | 'en';
  passwordHash: string | null;
  status: Status;
  partnerId: string | null;
  issuerId: string | null;
  partnerStatus: Status | null;
  issuerStatus: Status | null;
  partnerName: string | null;
  issuerName: string | null;
  /** Has a second factor that was confirmed. */
  secondFactor: boolean;
  /** The role must have one. */
  secondFactorRequired: boolean;
  /** True when somebody has signed in to it from this address within 90 days. */
  knownPlace: boolean;
};

/** The account of an e-mail address, case aside, or null. */
export async function findAccount(db: Database, email: string, address: string): Promise<Account | null> {
  const rows = await db.execute<Account>(sql`
    select o.id as "operatorId", o.role, o.name, o.email, o.language, o.password_hash as "passwordHash", o.status,
      o.partner_id as "partnerId", o.issuer_id as "issuerId",
      p.status as "partnerStatus", i.status as "issuerStatus", p.name as "partnerName", i.name as "issuerName",
      exists (select from second_factors f where f.operator_id = o.id and f.confirmed_at is not null) as "secondFactor",
      exists (select from security_settings r where o.role = any (r.second_factor_roles)) as "secondFactorRequired",
      exists (
        select from sessions s
        where s.operator_id = o.id and s.address = ${address} and s.created_at > now() - interval '90 days'
      ) as "knownPlace"
    from operators o
    left join partners p on p.id = o.partner_id
    left join issuers i on i.id = o.issuer_id
    where lower(o.email) = lower(${email})`);
  return rows[0] ?? null;
}

/** Notes when an operator last signed in. */
export async function noteSignIn(db: Database, operatorId: string): Promise<void> {
  await db.execute(sql`update operators set last_sign_in_at = now() where id = ${operatorId}`);
}

/** The browsers that an operator has signed in with within 90 days, as they call themselves; null when never before. */
export async function knownBrowsers(db: Database, operatorId: string): Promise<string[] | null> {
  const rows = await db.execute<{ agent: string }>(sql`
    select distinct user_agent as agent from sessions
    where operator_id = ${operatorId} and created_at > now() - interval '90 days' limit 100`);
  return rows.length === 0 ? null : rows.map(({ agent }) => agent);
}
