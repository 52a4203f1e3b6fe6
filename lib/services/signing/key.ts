import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { asMachine } from '@/db/client';
import { authorities, certificateGrants, certificates, issuers, partners, wallets } from '@/db/schema';
import { accessStateOf, x509StateOf } from '@/lib/domain/certificate';
import { MachineFailure } from '@/lib/domain/machine-failure';

/** The key that a wallet signs with now, and the access to it. */
export type WalletKey = Awaited<ReturnType<typeof walletKey>>;

/**
 * The current certificate of a wallet, once nothing stands against signing with it.
 * @throws MachineFailure 1.2.0, 1.3.0, 2.1.0, 2.1.1, 2.1.2, 2.1.3
 */
export async function walletKey(walletId: string) {
  const row = await asMachine('system', 'read', async (db) => {
    const [found] = await db
      .select({ certificate: certificates, grant: certificateGrants, ...rule, ...owners })
      .from(wallets)
      .innerJoin(issuers, eq(issuers.id, wallets.issuerId))
      .innerJoin(partners, eq(partners.id, wallets.partnerId))
      .leftJoin(certificates, eq(certificates.id, wallets.currentId))
      .leftJoin(certificateGrants, eq(certificateGrants.id, certificates.grantId))
      .leftJoin(authorities, eq(authorities.id, certificates.authorityId))
      .where(eq(wallets.id, walletId));
    return found;
  });
  if (row && row.partnerStatus !== 'active') throw new MachineFailure('1.3.0', 'The partner is not active.');
  if (row && row.issuerStatus !== 'active') throw new MachineFailure('1.2.0', 'The issuer is not active.');
  if (!row?.certificate) throw new MachineFailure('2.1.0', 'The wallet has no certificate.');
  const { certificate, grant, warnDays, warnPercent, issuerName } = row;
  const now = Date.now();
  const state = x509StateOf({ validTo: certificate.validTo.getTime(), revocation: certificate.revocation }, now);
  if (state !== 'valid' && state !== 'expiring') throw new MachineFailure('2.1.1', `The certificate is ${state}.`);
  if (!grant?.access) throw accessOver('never');
  const { expiresAt, taken: used, signatureLimit: limit, revokedAt } = grant;
  const access = { expiresAt: expiresAt.getTime(), used, limit, revoked: revokedAt !== null };
  const days = { days: 0, signatures: 0, warnDays: warnDays ?? 0, warnPercent: warnPercent ?? 0 };
  const held = accessStateOf(access, days, now);
  // Exhausted: what is in this process's own block may still be signed; the lease decides.
  if (held !== 'valid' && held !== 'expiring' && held !== 'exhausted') throw accessOver(held);
  return { certificate, grant: { id: grant.id, issuerId: grant.issuerId, access: grant.access }, issuerName };
}

const rule = { warnDays: authorities.warnDays, warnPercent: authorities.warnPercent };
const owners = { issuerStatus: issuers.status, partnerStatus: partners.status, issuerName: issuers.name };

const accessOver = (state: string): MachineFailure =>
  new MachineFailure('2.1.2', `The access that the certificate authority granted is ${state}: renew it.`);

/** Notes that the authority no longer lets this grant sign: from now on it is asked for no signature. */
export async function grantRefused(grantId: string): Promise<void> {
  await asMachine('system', 'write', (db) =>
    db.update(certificateGrants).set({ revokedAt: sql`now()` }).where(eq(certificateGrants.id, grantId)),
  );
}
