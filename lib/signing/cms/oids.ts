import type { Digest, KeyAlgorithm } from '@/lib/domain/signature';

/** Object identifiers of signed data (RFC 5652, RFC 5035, RFC 3161). */
export const oid = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  tstInfo: '1.2.840.113549.1.9.16.1.4',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  signatureTimeStamp: '1.2.840.113549.1.9.16.2.14',
} as const;

export const digestOid: Readonly<Record<Digest, string>> = {
  'SHA-256': '2.16.840.1.101.3.4.2.1',
  'SHA-384': '2.16.840.1.101.3.4.2.2',
  'SHA-512': '2.16.840.1.101.3.4.2.3',
};

/** Bytes of a hash; a PSS salt has as many (RFC 8017, 9.1). */
export const digestLength: Readonly<Record<Digest, number>> = { 'SHA-256': 32, 'SHA-384': 48, 'SHA-512': 64 };

/** As node:crypto writes it. */
export const nodeDigest: Readonly<Record<Digest, string>> = {
  'SHA-256': 'sha256',
  'SHA-384': 'sha384',
  'SHA-512': 'sha512',
};

const rsaWith: Readonly<Record<Digest, string>> = {
  'SHA-256': '1.2.840.113549.1.1.11',
  'SHA-384': '1.2.840.113549.1.1.12',
  'SHA-512': '1.2.840.113549.1.1.13',
};
const ecdsaWith: Readonly<Record<Digest, string>> = {
  'SHA-256': '1.2.840.10045.4.3.2',
  'SHA-384': '1.2.840.10045.4.3.3',
  'SHA-512': '1.2.840.10045.4.3.4',
};

/** The signature algorithm of a SignerInfo (RFC 5754, RFC 4056). */
export const signatureOid = (keyAlgorithm: KeyAlgorithm, digest: Digest): string => {
  if (keyAlgorithm === 'RSA-PSS') return '1.2.840.113549.1.1.10';
  return keyAlgorithm === 'RSA' ? rsaWith[digest] : ecdsaWith[digest];
};
