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
  /** True when somebody has signed in to it from this address within 90 days. */
  knownPlace: boolean;
};

/** The account of an e-mail address, case aside, or null. */
export async function findAccount(db: Database, email: string, address: string): Promise<Account | null> {
  const rows = await db.execute<Account>(sql`
    select o.id as "operatorId", o.role, o.name, o.email, o.language, o.password_hash as "passwordHash", o.status,
      o.partner_id as "partnerId", o.issuer_id as "issuerId",
      p.status as "partnerStatus", i.status as "issuerStatus", p.name as "partnerName", i.name as "issuerName",
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
