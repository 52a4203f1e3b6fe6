import { sql } from 'drizzle-orm';

/** Aliases of the services that sign with a certificate: it is the current one of their wallet. */
export const signingServices = sql`(select coalesce(array_agg(s.alias order by s.alias), '{}') from client_services s
  where s.wallet_id = certificates.wallet_id and wallets.current_id = certificates.id and s.status <> 'deleted')`;
