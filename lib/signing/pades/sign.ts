import { createHash } from 'node:crypto';
import type { Digest, KeyAlgorithm } from '@/lib/domain/signature';
import type { PdfEngine } from './engine';
import type { PdfPlan, PreparedPdf } from './prepare';
import type { ValidationData } from './validation-data';

/** Whose key signs: hashes go out, raw signatures come back. */
export type Signer = {
  /** DER, the certificate that signs first. */
  readonly chain: readonly Uint8Array[];
  readonly keyAlgorithm: KeyAlgorithm;
  readonly digest: Digest;
  /** Raw signatures over these hashes, in their order. */
  readonly signHashes: (hashes: readonly Uint8Array[]) => Promise<readonly Uint8Array[]>;
  /** A token (RFC 3161, DER) over a SHA-256 hash: level B-T. Absent: B-B. */
  readonly timeStamp?: (hash: Uint8Array) => Promise<Uint8Array>;
  /** What a verifier needs later: level B-LT. Absent: without. */
  readonly validationData?: (token: Uint8Array | undefined) => Promise<ValidationData>;
};

export type PdfRequest = Pick<PdfPlan, 'facts' | 'stamp'>;

/**
 * Signs one PDF as PAdES (EN 319 142-1), at the level that the signer offers.
 * @returns the whole signed document
 * @throws UnsupportedDocument; what the signer throws
 */
export async function signPdf(
  bytes: Uint8Array,
  signer: Signer,
  request: PdfRequest,
  engine: PdfEngine,
): Promise<Uint8Array> {
  const prepared = await prepare(bytes, signer, request, engine);
  const [signature] = await signer.signHashes([prepared.toSign]);
  if (!signature) throw new Error('A signer that gave no signature.');
  return complete(prepared, signature, signer, engine);
}

/** The first half: all but what the key has to do. */
export function prepare(bytes: Uint8Array, { chain, digest }: Signer, request: PdfRequest, engine: PdfEngine) {
  const [certificate] = chain;
  if (!certificate) throw new Error('A signer without a certificate.');
  return engine.prepare(bytes, { ...request, certificate, digest });
}

/** The second half, once the key has signed. */
export async function complete(
  prepared: PreparedPdf,
  signature: Uint8Array,
  { chain, digest, keyAlgorithm, timeStamp, validationData }: Signer,
  engine: PdfEngine,
): Promise<Uint8Array> {
  const token = timeStamp && (await timeStamp(createHash('sha256').update(signature).digest()));
  const signed = await engine.finish(prepared, {
    ...{ chain, digest, keyAlgorithm, signature },
    ...(token ? { token } : {}),
  });
  return validationData ? engine.addValidationData(signed, await validationData(token)) : signed;
}
