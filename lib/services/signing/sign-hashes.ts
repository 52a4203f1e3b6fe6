import 'server-only';
import { MachineFailure } from '@/lib/domain/machine-failure';
import type { Digest } from '@/lib/domain/signature';
import { AuthorityError } from '@/lib/signing/authority-error';
import type { CertificateAuthority } from '@/lib/signing/port';
import { verifiesHash } from '@/lib/signing/verify-hash';
import { openAuthority } from '../authorities';
import { takeSignatures } from '../certificates';
import { accessOf } from './access';
import { failureOf } from './authority-failure';
import { grantRefused, type WalletKey } from './key';

/** A key with its authority ready to be called. */
export type OpenKey = WalletKey & { readonly port: CertificateAuthority };

/** @throws MachineFailure 2.1.2 where its authority is gone */
export async function openKey(key: WalletKey): Promise<OpenKey> {
  const authority = await openAuthority(key.certificate.authorityId);
  if (!authority) throw new MachineFailure('2.1.2', 'The certificate authority is no longer configured.');
  return { ...key, port: authority.port };
}

/** So many hashes at most go out in one call, whatever the credential allows: the answer must be small enough to read. */
const mostAtOnce = 100;

/** How many hashes of a key go out in one call. */
export const batchOf = ({ certificate }: WalletKey): number => Math.max(1, Math.min(mostAtOnce, certificate.multisign));

/**
 * Raw signatures over ready hashes, in their order. They are taken from the grant first, and count whatever comes of the
 * call; each is checked with the certificate's key before it is handed out.
 * @throws MachineFailure 2.1.1, 2.1.2, 2.1.3, 2.2.0
 */
export async function signHashes(
  key: OpenKey,
  digest: Digest,
  hashes: readonly Uint8Array[],
): Promise<readonly Uint8Array[]> {
  const signatures: Uint8Array[] = [];
  const step = batchOf(key);
  for (let at = 0; at < hashes.length; at += step)
    signatures.push(...(await oneCall(key, digest, hashes.slice(at, at + step))));
  return signatures;
}

async function oneCall(key: OpenKey, digest: Digest, hashes: readonly Uint8Array[]): Promise<readonly Uint8Array[]> {
  const { grant, certificate } = key;
  if (!(await takeSignatures(grant.id, hashes.length)))
    throw new MachineFailure('2.1.3', 'The signatures that the certificate authority granted are used up.');
  const signatures = await asked(key, digest, hashes).catch(async (error: unknown) => {
    if (!(error instanceof AuthorityError)) throw error;
    const { outcome } = error;
    if (outcome.kind === 'refused' && (outcome.refusal === 'access' || outcome.refusal === 'token'))
      await grantRefused(grant.id);
    throw failureOf(error);
  });
  const [own] = certificate.chain;
  const { keyAlgorithm } = certificate;
  const areRight = hashes.every((hash, n) => {
    const signature = signatures[n];
    return own && signature && verifiesHash(own, { hash, digest, signature, keyAlgorithm });
  });
  if (!areRight)
    throw new MachineFailure('2.2.0', 'The certificate authority answered with signatures over something else.');
  return signatures;
}

/** A token that ended early is renewed, and the same asked once more: refused, it signed nothing. */
async function asked({ port, grant, certificate }: OpenKey, digest: Digest, hashes: readonly Uint8Array[]) {
  const { credentialId: id, keyAlgorithm } = certificate;
  const access = await accessOf(port, grant);
  const sign = ({ token, sad }: typeof access) =>
    port.signHashes(token, { id, sad: sad ?? '', hashes, digest, keyAlgorithm });
  try {
    return await sign(access);
  } catch (error) {
    const isToken =
      error instanceof AuthorityError && error.outcome.kind === 'refused' && error.outcome.refusal === 'token';
    if (!isToken || access.refreshToken === null) throw error;
    return sign(await accessOf(port, grant, access.token));
  }
}
