import 'server-only';
import { sql } from 'drizzle-orm';
import { wallets } from '@/db/schema';
import { inScope } from '@/db/scope';
import { accessState } from '../certificates';
import { containsText, directory, exactly } from '../directory';
import type { FoundWallet, WalletRow } from './schemas';

/** The wallets of the issuers in the actor's scope. */
export const walletDirectory = directory<FoundWallet, WalletRow>({
  name: 'wallets',
  permission: 'certificates.view',
  from: sql`from wallets join issuers on issuers.id = wallets.issuer_id left join certificates on certificates.id = wallets.current_id
    left join authorities on authorities.id = certificates.authority_id left join certificate_grants g on g.id = certificates.grant_id`,
  id: sql`wallets.id`,
  title: sql`wallets.name`,
  columns: sql`wallets.id, wallets.name, wallets.principal, issuers.name as issuer, wallets.issuer_id, certificates.alias as current,
    case when certificates.id is not null then ${accessState} end as state,
    (select count(*)::int from certificates c where c.wallet_id = wallets.id) as certificates,
    (select count(*)::int from client_services s where s.wallet_id = wallets.id) as services,
    (extract(epoch from wallets.created_at) * 1000)::float8 as registered`,
  scope: (actor) => inScope(actor, wallets),
  where: ({ search, partner, issuer }) => [
    containsText(search, sql`wallets.name`, sql`issuers.name`, sql`certificates.alias`),
    exactly(sql`wallets.partner_id`, partner),
    exactly(sql`wallets.issuer_id`, issuer),
  ],
  tuple: (row) => [
    row.id,
    row.name,
    row.principal,
    row.issuer,
    row.current,
    row.state,
    row.certificates,
    row.services,
    row.registered,
  ],
});
