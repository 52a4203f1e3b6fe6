import 'server-only';
import { MachineFailure } from '@/lib/domain/machine-failure';
import type { Digest, SignatureLevel } from '@/lib/domain/signature';
import { AuthorityError } from '@/lib/signing/authority-error';
import { certificatesIn } from '@/lib/signing/cms/time-stamp';
import type { Signer } from '@/lib/signing/pades/sign';
import type { ValidationData } from '@/lib/signing/pades/validation-data';
import { proofOf } from '@/lib/signing/revocation/proofs';
import { revocationAllowance } from '../authorities';
import { accessOf } from './access';
import { type OpenKey, signHashes } from './sign-hashes';

/**
 * A wallet's key as what signs PDFs at a level. Whatever the authority fails in comes out as a code of product.md
 * section 5.
 */
export function signerOf(key: OpenKey, digest: Digest, level: SignatureLevel): Signer {
  const { chain, keyAlgorithm } = key.certificate;
  const signer = {
    chain,
    keyAlgorithm,
    digest,
    signHashes: (hashes: readonly Uint8Array[]) => signHashes(key, digest, hashes),
  };
  if (level === 'B-B') return signer;
  const stamped = { ...signer, timeStamp: (hash: Uint8Array) => timeStamp(key, hash) };
  return level === 'B-T' ? stamped : { ...stamped, validationData: (token) => validationData(chain, token) };
}

async function timeStamp({ port, grant }: OpenKey, hash: Uint8Array): Promise<Uint8Array> {
  try {
    const { token } = await accessOf(port, grant);
    return await port.timeStamp(token, hash, 'SHA-256');
  } catch (error) {
    if (!(error instanceof AuthorityError)) throw error;
    throw new MachineFailure('2.3.1', 'The time-stamp service gave no time stamp.');
  }
}

/** The chains of signature and time stamp, and for each certificate of theirs but the roots what its authority says of it. */
async function validationData(chain: readonly Uint8Array[], token?: Uint8Array): Promise<ValidationData> {
  const chains = [chain, token ? certificatesIn(token) : []];
  const proofs = await Promise.all(
    chains.flatMap((each) =>
      each
        .slice(0, -1)
        .map((certificate, n) => proofOf(certificate, each[n + 1] ?? certificate, revocationAllowance())),
    ),
  );
  if (proofs.some((proof) => proof === null))
    throw new MachineFailure('2.2.0', 'The revocation service of the certificate authority does not answer.');
  if (proofs.some((proof) => proof?.state === 'revoked' || proof?.state === 'suspended'))
    throw new MachineFailure('2.1.1', 'The certificate, or one above it, is revoked.');
  const found = proofs.flatMap((proof) => (proof ? [proof] : []));
  return {
    certificates: distinct(chains.flat()),
    ocsps: distinct(found.filter(({ kind }) => kind === 'ocsp').map(({ der }) => der)),
    crls: distinct(found.filter(({ kind }) => kind === 'crl').map(({ der }) => der)),
  };
}

const distinct = (all: readonly Uint8Array[]): Uint8Array[] => [
  ...new Map(all.map((each) => [Buffer.from(each).toString('base64'), each])).values(),
];
