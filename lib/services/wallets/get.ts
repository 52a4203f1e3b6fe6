import 'server-only';
import { and, asc, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { clientServices, issuers, wallets } from '@/db/schema';
import { inScope } from '@/db/scope';
import { notFound } from '@/lib/domain/errors';
import { accessState, fromCertificates } from '../certificates';
import { query } from '../define';
import type { WalletDetail } from './schemas';

type Held = WalletDetail['certificates'][number];

/**
 * One wallet with its certificates and the services that sign from it.
 * @throws Failure not_found
 */
export const getWallet = query({
  name: 'wallets.get',
  permission: 'certificates.view',
  input: z.strictObject({ id: z.string() }),
  run: async ({ db, actor, input: { id } }): Promise<WalletDetail> => {
    if (!z.uuid().safeParse(id).success) throw notFound();
    const [row] = await db
      .select({ wallet: wallets, issuer: { id: issuers.id, name: issuers.name } })
      .from(wallets)
      .innerJoin(issuers, eq(issuers.id, wallets.issuerId))
      .where(and(inScope(actor, wallets), eq(wallets.id, id)));
    if (!row) throw notFound();
    const certificates = await db.execute<Held>(sql`
      select certificates.id, certificates.alias, ${accessState} as state, (extract(epoch from certificates.valid_to) * 1000)::float8 as "validTo"
      ${fromCertificates} where certificates.wallet_id = ${id}::uuid order by certificates.valid_to desc limit 200`);
    const services = await db
      .select({ id: clientServices.id, alias: clientServices.alias })
      .from(clientServices)
      .where(and(inScope(actor, clientServices), eq(clientServices.walletId, id)))
      .orderBy(asc(clientServices.alias))
      .limit(200);
    const { version, name, principal, currentId, createdAt } = row.wallet;
    return {
      ...{ id, version, name, principal, currentId, services },
      registeredAt: createdAt.getTime(),
      issuer: row.issuer,
      certificates: [...certificates],
    };
  },
});
