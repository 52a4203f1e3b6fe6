import type { Digest, KeyAlgorithm } from '@/lib/domain/signature';

/** Object identifiers of hash functions (NIST CSOR, 2.16.840.1.101.3.4.2). */
export const digestOids: Readonly<Record<Digest, string>> = {
  'SHA-256': '2.16.840.1.101.3.4.2.1',
  'SHA-384': '2.16.840.1.101.3.4.2.2',
  'SHA-512': '2.16.840.1.101.3.4.2.3',
};

const rsa = '1.2.840.113549.1.1.1';
const pss = '1.2.840.113549.1.1.10';
const ecdsa: Readonly<Record<Digest, string>> = {
  'SHA-256': '1.2.840.10045.4.3.2',
  'SHA-384': '1.2.840.10045.4.3.3',
  'SHA-512': '1.2.840.10045.4.3.4',
};

/** What signHash is asked to sign with: RSA plain, since the hash function goes along by itself (RFC 8017, RFC 5758). */
export function signAlgo(keyAlgorithm: KeyAlgorithm, digest: Digest): string {
  if (keyAlgorithm === 'ECDSA') return ecdsa[digest];
  return keyAlgorithm === 'RSA-PSS' ? pss : rsa;
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
