import { createHash } from 'node:crypto';
import { type SQL, sql } from 'drizzle-orm';
import type { Status } from '@/lib/domain/company';
import type { Database } from '../transaction';

/** A client service, and what decides whether it may come in. */
export type KnownService = {
  serviceId: string;
  alias: string;
  issuerId: string;
  partnerId: string;
  status: Status;
  issuerStatus: Status;
  partnerStatus: Status;
};

const known = sql`s.id as "serviceId", s.alias, s.issuer_id as "issuerId", s.partner_id as "partnerId", s.status,
  i.status as "issuerStatus", p.status as "partnerStatus"`;
const companies: SQL = sql`join issuers i on i.id = s.issuer_id join partners p on p.id = s.partner_id`;

/** The client service of an alias with the hashes of its secrets that are valid now, the newest first; or null. */
export async function findServiceByAlias(db: Database, alias: string) {
  const [row] = await db.execute<KnownService & { secretHashes: string[] }>(sql`
    select ${known}, array(
      select c.secret_hash from service_secrets c
      where c.service_id = s.id and (c.expires_at is null or c.expires_at > now()) order by c.created_at desc limit 2
    ) as "secretHashes"
    from client_services s ${companies} where s.alias = ${alias}`);
  return row ?? null;
}

/** Only this is stored: a stolen table opens nothing. */
const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest();

type NewToken = { id: string; token: string; seconds: number; address: string };

/** Keeps a token of a client service. */
export async function storeToken(db: Database, service: KnownService, { id, token, seconds, address }: NewToken) {
  const { serviceId, issuerId, partnerId } = service;
  await db.execute(sql`
    insert into service_tokens (id, partner_id, issuer_id, service_id, token_hash, created_at, expires_at, address)
    values (${id}, ${partnerId}, ${issuerId}, ${serviceId}, ${hashOfToken(token)}, now(),
      now() + make_interval(secs => ${seconds}), ${address})`);
}

/** The client service of a token that has not expired, or null. */
export async function findServiceByToken(db: Database, token: string): Promise<KnownService | null> {
  const [row] = await db.execute<KnownService>(sql`
    select ${known} from service_tokens t join client_services s on s.id = t.service_id ${companies}
    where t.token_hash = ${hashOfToken(token)} and t.expires_at > now()`);
  return row ?? null;
}
