import type postgres from 'postgres';
import { newId } from '@/lib/domain/ids';
import { mark } from './marks';
import type { Tenant } from './people';
import type { TenantRows } from './world';

/** An authority that nobody calls. */
export async function makeAuthority(sql: postgres.Sql): Promise<string> {
  const id = newId();
  await sql`
    insert into authorities (id, name, type, status, base_url, oauth_url, client_id, client_secret, scopes, access_days,
      access_signatures, warn_days, warn_percent)
    values (${id}, 'CA', 'csc-v1', 'active', 'https://ca.example.com', 'https://ca.example.com/oauth2', 'x', ${Buffer.alloc(8)}, '', 60,
      1000000000, 7, 90)`;
  return id;
}

/** A certificate of each tenant with an access, an enrolment under way, a wallet; all with marks of its own. */
export async function makeCertificate(
  sql: postgres.Sql,
  authority: string,
  tenant: Tenant,
  { issuerId, wallet, certificate, flow }: TenantRows,
): Promise<void> {
  const grant = newId();
  await sql`update wallets set name = ${mark('wallet', tenant)} where id = ${wallet}`;
  await sql`
    insert into certificates (id, partner_id, issuer_id, authority_id, wallet_id, credential_id, alias, subject, common_name,
      issuer_name, serial, valid_from, valid_to, key_algorithm, key_length, scal, multisign, auth_mode, chain, grant_id)
    select ${certificate}, partner_id, id, ${authority}, ${wallet}, 'x', ${mark('certificate', tenant)}, ${mark('certificate', tenant)},
      ${mark('certificate', tenant)}, 'CA', '0A', now() - interval '1 day', now() + interval '1 year', 'RSA', 2048, '1', 1,
      'explicit', '{}', ${grant}
    from issuers where id = ${issuerId}`;
  await sql`
    insert into certificate_grants (id, partner_id, issuer_id, certificate_id, granted_by, granted_at, expires_at, signature_limit, taken)
    select ${grant}, partner_id, id, ${certificate}, ${newId()}, now(), now() + interval '5 days', 1000, 1 from issuers where id = ${issuerId}`;
  await sql`update wallets set current_id = ${certificate} where id = ${wallet}`;
  await sql`
    insert into certificate_flows (id, partner_id, issuer_id, authority_id, kind, wallet_id, alias, operator_id, session_id, step, expires_at)
    select ${flow}, partner_id, id, ${authority}, 'enrol', ${wallet}, ${mark('certificate', tenant)}, ${newId()}, ${newId()}, 'choice',
      now() + interval '1 day'
    from issuers where id = ${issuerId}`;
}
