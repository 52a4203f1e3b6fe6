import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { LinkKind } from '@/lib/domain/link';
import type { Role } from '@/lib/domain/roles';
import type { Database } from '../transaction';

/** A link that still lets somebody in, and whom. */
export type OpenLink = {
  id: string;
  kind: LinkKind;
  operatorId: string;
  role: Role;
  email: string;
  name: string;
  language: 'pt' | 'en';
  partnerId: string | null;
  issuerId: string | null;
  companyName: string | null;
};

/**
 * The link of a token: not expired, used or revoked, its operator still in the state that it is for and of a company
 * that lets its operators in. Null for everything else: nobody learns which it was.
 */
export async function findOpenLink(db: Database, token: string, { lock = false } = {}): Promise<OpenLink | null> {
  const [row] = await db.execute<OpenLink>(sql`
    select l.id, l.kind, o.id as "operatorId", o.role, o.email, o.name, o.language,
      o.partner_id as "partnerId", o.issuer_id as "issuerId", coalesce(i.name, p.name) as "companyName"
    from links l
    join operators o on o.id = l.operator_id
    left join partners p on p.id = o.partner_id
    left join issuers i on i.id = o.issuer_id
    where l.token_hash = ${createHash('sha256').update(token).digest()} and l.used_at is null and l.revoked_at is null
      and l.expires_at > now() and o.status = case l.kind when 'activation' then 'registered' else 'active' end
      and coalesce(p.status, 'active') in ('active', 'suspended') and coalesce(i.status, 'active') in ('active', 'suspended')
    ${lock ? sql`for update of l, o` : sql``}`);
  return row ?? null;
}

/** Sets the password that came through a link; the link is used, all others of the operator are worth nothing. */
export async function spendLink(db: Database, { id, operatorId }: OpenLink, passwordHash: string): Promise<void> {
  await db.execute(sql`
    update operators set password_hash = ${passwordHash}, status = 'active', version = version + 1, updated_at = now()
    where id = ${operatorId}`);
  await db.execute(sql`update links set used_at = now() where id = ${id}`);
  await db.execute(sql`
    update links set revoked_at = now() where operator_id = ${operatorId} and used_at is null and revoked_at is null`);
  await db.execute(sql`update sessions set ended_at = now() where operator_id = ${operatorId} and ended_at is null`);
}
