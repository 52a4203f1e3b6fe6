import type { Digest, KeyAlgorithm } from '@/lib/domain/signature';
import { signatureOid } from '../cms/oids';

const rsa = '1.2.840.113549.1.1.1';
const pss = '1.2.840.113549.1.1.10';
/** What signHash is asked to sign with: RSA plain, since the hash function goes along by itself (RFC 8017, RFC 5758). */
export function signAlgo(keyAlgorithm: KeyAlgorithm, digest: Digest): string {
  return keyAlgorithm === 'RSA' ? rsa : signatureOid(keyAlgorithm, digest);
}

/**
 * Which of our algorithms a credential signs with; PKCS #1 where it may do both, since more programs read it.
 * @returns null for a key that the product does not know
 */
export function keyAlgorithmOf(oids: readonly string[]): KeyAlgorithm | null {
  if (oids.some((oid) => oid === rsa || (/^1\.2\.840\.113549\.1\.1\.1[1-4]?$/.test(oid) && oid !== pss))) return 'RSA';
  if (oids.includes(pss)) return 'RSA-PSS';
  return oids.some((oid) => oid.startsWith('1.2.840.10045.')) ? 'ECDSA' : null;
}
