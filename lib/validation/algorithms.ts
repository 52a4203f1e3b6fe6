import { constants, type KeyObject, verify } from 'node:crypto';
import { type AlgorithmIdentifier, RSASSAPSSParams } from 'pkijs';

const digestNames: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};
/** Those that EN 319 312 still holds for good. */
const good = ['sha256', 'sha384', 'sha512'];

/** Digest of an OID as node:crypto writes it; null: unknown. */
export const digestName = (oid: string): string | null => digestNames[oid] ?? null;
export const isGoodDigest = (name: string | null): boolean => name !== null && good.includes(name);

/** As the standards write it: SHA-256. */
export const shownDigest = (name: string): string => name.replace(/^sha/, 'SHA-');

/** A key that EN 319 312 still holds for good: RSA from 2048 bits, elliptic curves from 256. */
export function isGoodKey({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): boolean {
  if (asymmetricKeyType === 'rsa' || asymmetricKeyType === 'rsa-pss')
    return (asymmetricKeyDetails?.modulusLength ?? 0) >= 2048;
  return (
    asymmetricKeyType === 'ec' &&
    ['prime256v1', 'secp384r1', 'secp521r1'].includes(asymmetricKeyDetails?.namedCurve ?? '')
  );
}

const withOwnDigest: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.5': 'sha1',
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.10045.4.1': 'sha1',
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
};
const rsaEncryption = '1.2.840.113549.1.1.1';
const rsaPss = '1.2.840.113549.1.1.10';

type Signed = {
  readonly key: KeyObject;
  readonly algorithm: AlgorithmIdentifier;
  /** Of what is named beside an algorithm that names none itself. */
  readonly digest: string | null;
  readonly data: Uint8Array;
  readonly signature: Uint8Array;
};

/** The digest that a signature algorithm uses; null where it cannot be told. */
export function digestOf(algorithm: AlgorithmIdentifier, beside: string | null): string | null {
  const { algorithmId } = algorithm;
  if (algorithmId === rsaEncryption) return beside;
  return algorithmId === rsaPss ? (pssOf(algorithm)?.digest ?? null) : (withOwnDigest[algorithmId] ?? null);
}

/** Whether this is the key's signature over the data; false too for an algorithm that is unknown here. */
export function isSignedBy({ key, algorithm, digest: beside, data, signature }: Signed): boolean {
  const digest = digestOf(algorithm, beside);
  if (digest === null) return false;
  const pss = algorithm.algorithmId === rsaPss ? pssOf(algorithm) : null;
  try {
    if (pss)
      return verify(
        digest,
        data,
        { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: pss.saltLength },
        signature,
      );
    return verify(digest, data, key, signature);
  } catch {
    // A key of another kind than the algorithm says.
    return false;
  }
}

function pssOf({ algorithmParams }: AlgorithmIdentifier): { digest: string | null; saltLength: number } | null {
  try {
    const { hashAlgorithm, saltLength } = new RSASSAPSSParams({ schema: algorithmParams });
    return { digest: digestName(hashAlgorithm.algorithmId), saltLength };
  } catch {
    return null;
  }
}
