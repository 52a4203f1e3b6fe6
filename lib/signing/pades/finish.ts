import type { Digest, KeyAlgorithm } from '@/lib/domain/signature';
import { signedAttributes } from '../cms/attributes';
import { signedData } from '../cms/signed-data';
import { contentsBytes } from './increment';
import type { PreparedPdf } from './prepare';

export type SignatureOfPdf = {
  /** DER, the certificate that signs first. */
  readonly chain: readonly Uint8Array[];
  readonly digest: Digest;
  readonly keyAlgorithm: KeyAlgorithm;
  /** As the key gave it, over `toSign`. */
  readonly signature: Uint8Array;
  /** A token (RFC 3161, DER) over the signature: level B-T. Absent: B-B. */
  readonly token?: Uint8Array;
};

/**
 * Puts the signature into the room that was kept for it; the bytes of `prepared` are written to.
 * @throws Error when it takes more room than was kept
 */
export function finishPdf({ bytes, from, documentDigest }: PreparedPdf, of: SignatureOfPdf): Uint8Array {
  const { chain, digest: algorithm, keyAlgorithm, signature, token } = of;
  const [certificate] = chain;
  if (!certificate) throw new Error('A signature without its certificate.');
  const attributes = signedAttributes({ digest: documentDigest, algorithm, certificate });
  const cms = signedData({ attributes, signature, chain, algorithm, keyAlgorithm, ...(token ? { token } : {}) });
  if (cms.length > contentsBytes) throw new Error(`The signature takes ${cms.length} bytes, more than were kept free.`);
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).write(
    Buffer.from(cms).toString('hex'),
    from + 1,
    'latin1',
  );
  return bytes;
}
