import { constants, verify, X509Certificate } from 'node:crypto';
import type { KeyAlgorithm } from '@/lib/domain/signature';

type Given = {
  readonly message: Uint8Array;
  /** Of ECDSA either r‖s or DER. */
  readonly signature: Uint8Array;
  readonly keyAlgorithm: KeyAlgorithm;
};

/** Whether this is the signature over the SHA-256 of `message` by the key of the certificate (DER). */
export function verifiesHash(certificate: Uint8Array, { message, signature, keyAlgorithm }: Given): boolean {
  const { publicKey } = new X509Certificate(certificate);
  if (keyAlgorithm === 'ECDSA') {
    // P-256: 64 bytes are r‖s, anything else is DER, which is longer.
    const dsaEncoding = signature.length === 64 ? 'ieee-p1363' : 'der';
    return verify('sha256', message, { key: publicKey, dsaEncoding }, signature);
  }
  if (keyAlgorithm === 'RSA') return verify('sha256', message, publicKey, signature);
  const { RSA_PKCS1_PSS_PADDING: padding, RSA_PSS_SALTLEN_DIGEST: saltLength } = constants;
  return verify('sha256', message, { key: publicKey, padding, saltLength }, signature);
}
