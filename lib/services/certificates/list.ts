import 'server-only';
import { sql } from 'drizzle-orm';
import { certificates } from '@/db/schema';
import { inScope } from '@/db/scope';
import { containsText, directory, exactly, oneOfThese } from '../directory';
import type { CertificateRow, FoundCertificate } from './schemas';
import { accessState, fromCertificates, x509State } from './states-sql';

/** The certificates of the issuers in the actor's scope. */
export const certificateDirectory = directory<FoundCertificate, CertificateRow>({
  name: 'certificates',
  permission: 'certificates.view',
  from: fromCertificates,
  id: sql`certificates.id`,
  title: sql`certificates.alias`,
  columns: sql`certificates.id, certificates.alias, issuers.name as issuer, certificates.issuer_id, authorities.name as authority, wallets.name as wallet,
    wallets.current_id is not distinct from certificates.id as current, ${accessState} as state, ${x509State} as x509,
    (extract(epoch from g.expires_at) * 1000)::float8 as expires, coalesce(g.taken, 0)::float8 as used, g.signature_limit::float8 as signatures,
    (extract(epoch from certificates.valid_to) * 1000)::float8 as valid_to, (extract(epoch from certificates.created_at) * 1000)::float8 as registered`,
  scope: (actor) => inScope(actor, certificates),
  where: ({ search, states, partner, issuer, authority, wallet }) => [
    containsText(
      search,
      sql`certificates.alias`,
      sql`certificates.subject`,
      sql`certificates.serial`,
      sql`issuers.name`,
    ),
    oneOfThese(accessState, states),
    exactly(sql`certificates.partner_id`, partner),
    exactly(sql`certificates.issuer_id`, issuer),
    exactly(sql`certificates.authority_id`, authority),
    exactly(sql`certificates.wallet_id`, wallet),
  ],
  tuple: (row) => [
    row.id,
    row.alias,
    row.issuer,
    row.authority,
    row.wallet,
    row.current,
    row.state,
    row.x509,
    row.expires,
    row.used,
    row.signatures,
    row.valid_to,
    row.registered,
  ],
});
