import { createHash } from 'node:crypto';
import { TSTInfo } from 'pkijs';
import { digestName, isGoodDigest, isGoodKey, isSignedBy } from './algorithms';
import { isForTimeStamps, type ParsedCertificate } from './certificate';
import { type CmsSignature, readCms } from './cms';
import { pathTo } from './path';
import { type RevocationSources, revocationOf } from './revocation';

const tstInfo = '1.2.840.113549.1.9.16.1.4';

/** A time stamp that is believed. `carried`: the document carries all that is needed to believe it. */
export type TimeStamp = {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly by: ParsedCertificate;
  readonly carried: boolean;
};

/**
 * The time of a token over these bytes, once everything about it is right: its imprint, its signature, a certificate for
 * nothing but time stamps, on a sound path to a trusted root, good now or when it stamped (RFC 3161, 2.3 and 2.4.2).
 * @returns null for a token that attests nothing
 */
export async function timeStampOn(
  data: Uint8Array,
  token: Uint8Array,
  roots: readonly ParsedCertificate[],
  sources: RevocationSources,
): Promise<TimeStamp | null> {
  const read = readable(token);
  if (!read || !isRight(read, data)) return null;
  const { cms, info } = read;
  const { signer } = cms;
  const at = info.genTime.getTime();
  if (!signer || !isForTimeStamps(signer) || signer.validFrom > at || at > signer.validTo) return null;
  const path = pathTo(signer, cms.certificates, roots);
  if (!path?.sound || path.certificates.some(({ validFrom, validTo }) => validFrom > at || at > validTo)) return null;
  let carried = true;
  for (const [n, certificate] of path.certificates.slice(0, -1).entries()) {
    const issuer = path.certificates[n + 1];
    const state = issuer && (await revocationOf(certificate, issuer, at, sources));
    if (!state) return null;
    if (state.state !== 'good' && (state.revokedAt === null || state.revokedAt <= at)) return null;
    carried &&= state.carried;
  }
  return { at, by: signer, carried };
}

type Read = { readonly cms: CmsSignature; readonly info: TSTInfo };

function readable(token: Uint8Array): Read | null {
  try {
    const cms = readCms(token);
    if (cms.contentType !== tstInfo || !cms.content) return null;
    return { cms, info: TSTInfo.fromBER(Uint8Array.from(cms.content).buffer) };
  } catch {
    return null;
  }
}

function isRight({ cms, info }: Read, data: Uint8Array): boolean {
  const { hashAlgorithm, hashedMessage } = info.messageImprint;
  const imprint = digestName(hashAlgorithm.algorithmId);
  const { digest, content, messageDigest, signer, algorithm, attributes, signature, namesSigner } = cms;
  if (imprint === null || digest === null || !content || !messageDigest || !signer || namesSigner === false)
    return false;
  const isOver = createHash(imprint).update(data).digest().equals(hashedMessage.valueBlock.valueHexView);
  const isWhole = createHash(digest).update(content).digest().equals(messageDigest);
  const key = signer.x509.publicKey;
  return (
    isOver &&
    isWhole &&
    isGoodDigest(imprint) &&
    isGoodDigest(digest) &&
    isGoodKey(key) &&
    isSignedBy({ key, algorithm, digest, data: attributes, signature })
  );
}
