import { createHash, randomBytes } from 'node:crypto';
import type { CertificateAuthority, Credential } from './port';
import { verifiesHash } from './verify-hash';

/**
 * Whether a grant really signs: one signature over random bytes, checked with the key of the certificate.
 * @throws AuthorityError as signHashes does
 */
export async function signsWith(
  port: CertificateAuthority,
  { token, sad, credential }: { token: string; sad: string; credential: Credential },
): Promise<boolean> {
  const { id, keyAlgorithm, chain } = credential;
  const [certificate] = chain;
  if (!certificate) return false;
  const hash = createHash('sha256').update(randomBytes(64)).digest();
  const digest = 'SHA-256';
  const [signature] = await port.signHashes(token, { id, sad, hashes: [hash], digest, keyAlgorithm });
  return signature !== undefined && verifiesHash(certificate, { hash, digest, signature, keyAlgorithm });
}
