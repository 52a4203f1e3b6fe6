import 'server-only';
import { eq } from 'drizzle-orm';
import { asMachine } from '@/db/client';
import { certificateGrants } from '@/db/schema';
import type { CertificateAuthority } from '@/lib/signing/port';
import { type Access, sealedGrant, unsealedGrant } from '../certificates';
import type { WalletKey } from './key';

type Grant = WalletKey['grant'];

/** A token that ends sooner is renewed first. */
const marginMs = 30_000;

const renewing = new Map<string, Promise<Access>>();

/**
 * What a grant signs with, its token renewed where it is about to end, once for all who ask in this process.
 * @param refused the token that the authority would not take; another process may have a newer one
 * @throws AuthorityError
 */
export async function accessOf(port: CertificateAuthority, grant: Grant, refused?: string): Promise<Access> {
  const access = unsealedGrant(grant, await sealedNow(grant));
  const isOver = access.token === refused || access.tokenExpiresAt <= Date.now() + marginMs;
  if (!isOver || access.refreshToken === null) return access;
  const under = renewing.get(grant.id) ?? renewed(port, grant, access, access.refreshToken);
  renewing.set(grant.id, under);
  try {
    return await under;
  } finally {
    if (renewing.get(grant.id) === under) renewing.delete(grant.id);
  }
}

async function sealedNow({ id, access }: Grant): Promise<Buffer> {
  const [row] = await asMachine('system', 'read', (db) =>
    db.select({ access: certificateGrants.access }).from(certificateGrants).where(eq(certificateGrants.id, id)),
  );
  return row?.access ?? access;
}

async function renewed(
  port: CertificateAuthority,
  grant: Grant,
  access: Access,
  refreshToken: string,
): Promise<Access> {
  const fresh = await port.refresh(refreshToken);
  const { token, expiresAt: tokenExpiresAt } = fresh;
  const next = { ...access, token, refreshToken: fresh.refreshToken ?? access.refreshToken, tokenExpiresAt };
  await asMachine('system', 'write', (db) =>
    db
      .update(certificateGrants)
      .set({ access: sealedGrant(grant, next) })
      .where(eq(certificateGrants.id, grant.id)),
  );
  return next;
}
