import { sql } from 'drizzle-orm';
import { certificateWarnDays } from '@/lib/domain/certificate';

/**
 * `accessStateOf` of lib/domain/certificate.ts, where lists filter by it: over `certificates`, its grant as `g` and its
 * authority as `authorities`.
 */
export const accessState = sql`case when g.id is null then 'never' when g.revoked_at is not null then 'revoked' when g.expires_at <= now() then 'expired'
  when g.taken >= g.signature_limit then 'exhausted'
  when g.expires_at <= now() + authorities.warn_days * interval '24 hours' or g.taken * 100 >= g.signature_limit * authorities.warn_percent then 'expiring'
  else 'valid' end`;

/** `x509StateOf` of lib/domain/certificate.ts. */
export const x509State = sql`case when certificates.revocation in ('revoked', 'suspended') then certificates.revocation when certificates.valid_to <= now() then 'expired'
  when certificates.valid_to <= now() + ${certificateWarnDays}::int * interval '24 hours' then 'expiring' else 'valid' end`;

/** What both are asked of. */
export const fromCertificates = sql`from certificates join issuers on issuers.id = certificates.issuer_id
  join authorities on authorities.id = certificates.authority_id join wallets on wallets.id = certificates.wallet_id
  left join certificate_grants g on g.id = certificates.grant_id`;
