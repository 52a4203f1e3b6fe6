import { createHash } from 'node:crypto';
import type { PDFDocument } from '@cantoo/pdf-lib';
import type { SignatureLevel } from '@/lib/domain/signature';
import {
  type CheckResult,
  indicationOf,
  type SignatureReport,
  type SubIndication,
  type ValidationCheck,
  validationChecks,
} from '@/lib/domain/validation';
import { digestOf, isGoodDigest, isGoodKey, isSignedBy, shownDigest } from './algorithms';
import { maySign, type ParsedCertificate, reported } from './certificate';
import { type CmsSignature, readCms } from './cms';
import { areLaterChangesAllowed } from './later-changes';
import { type Path, pathTo } from './path';
import type { PdfSignature, SignedRange } from './pdf-signatures';
import { type Revocation, type RevocationSources, revocationOf } from './revocation';
import { type TimeStamp, timeStampOn } from './time-stamp';

export type ValidationContext = {
  readonly bytes: Buffer;
  readonly document: PDFDocument;
  readonly roots: readonly ParsedCertificate[];
  /** Certificates that the document's store carries. */
  readonly stored: readonly ParsedCertificate[];
  readonly sources: RevocationSources;
};

/** What was found so far; the first finding that ends the matter is the verdict. */
class Findings {
  private readonly results = new Map<ValidationCheck, CheckResult>();
  verdict: SubIndication | null = null;

  note(check: ValidationCheck, result: CheckResult): void {
    this.results.set(check, result);
  }

  /** @returns `good` */
  expect(check: ValidationCheck, good: boolean, otherwise: SubIndication): boolean {
    this.note(check, good ? 'passed' : 'failed');
    if (!good) this.verdict ??= otherwise;
    return good;
  }

  checks(): SignatureReport['checks'] {
    return validationChecks.map((check) => ({ check, result: this.results.get(check) ?? 'skipped' }));
  }
}

type Facts = {
  readonly cms?: CmsSignature;
  readonly path?: Path | null;
  readonly stamp?: TimeStamp | null;
  readonly level?: SignatureLevel | null;
};

/** The verdict on one signature by the building blocks of EN 319 102-1, 5.2 to 5.5. */
export async function validateSignature(signature: PdfSignature, context: ValidationContext): Promise<SignatureReport> {
  const findings = new Findings();
  const { range } = signature;
  const cms = range && findings.expect('byte-range', true, 'FORMAT_FAILURE') ? parsed(range) : null;
  if (!range) findings.expect('byte-range', false, 'FORMAT_FAILURE');
  else findings.expect('cms', cms !== null, 'FORMAT_FAILURE');
  if (!range || !cms) return reportOf(signature, context, findings, {});
  checkSignature(signature, range, cms, context, findings);
  const isAlone = await areLaterChangesAllowed(context.bytes, range.end, context.document);
  findings.expect('later-changes', isAlone, 'SIG_CONSTRAINTS_FAILURE');
  if (!cms.signer) return reportOf(signature, context, findings, { cms });
  const facts = await checkTrust(cms, cms.signer, context, findings);
  return reportOf(signature, context, findings, { cms, ...facts, level: levelOf(signature, cms, facts) });
}

function parsed({ contents }: SignedRange): CmsSignature | null {
  try {
    return readCms(contents);
  } catch {
    return null;
  }
}

/** Integrity, and whose signature it is (5.2.2 to 5.2.4, 5.2.7 and 5.2.8). */
function checkSignature(
  { subFilter }: PdfSignature,
  { from, to, end }: SignedRange,
  cms: CmsSignature,
  { bytes }: ValidationContext,
  findings: Findings,
): void {
  const { signer, digest, messageDigest, namesSigner, algorithm, attributes, signature } = cms;
  const own =
    digest === null
      ? null
      : createHash(digest).update(bytes.subarray(0, from)).update(bytes.subarray(to, end)).digest();
  findings.expect('digest', own !== null && messageDigest !== null && own.equals(messageDigest), 'HASH_FAILURE');
  if (!findings.expect('signer', signer !== null, 'NO_SIGNING_CERTIFICATE_FOUND') || !signer) return;
  const { publicKey: key } = signer.x509;
  const isSigned = isSignedBy({ key, algorithm, digest, data: attributes, signature });
  findings.expect('signature', isSigned, 'SIG_CRYPTO_FAILURE');
  const isPades = subFilter === 'ETSI.CAdES.detached';
  if (namesSigner === null && !isPades) findings.note('signing-certificate', 'warning');
  else findings.expect('signing-certificate', namesSigner === true, 'NO_SIGNING_CERTIFICATE_FOUND');
  const areGood = isGoodDigest(digest) && isGoodDigest(digestOf(algorithm, digest)) && isGoodKey(key);
  findings.expect('algorithms', areGood, 'CRYPTO_CONSTRAINTS_FAILURE');
}

/** Path, time and revocation (5.2.6 and 5.5). */
async function checkTrust(
  { certificates, timeStamp, signature }: CmsSignature,
  signer: ParsedCertificate,
  { roots, stored, sources }: ValidationContext,
  findings: Findings,
): Promise<Required<Pick<Facts, 'path' | 'stamp'>> & { carried: boolean }> {
  const stamp = timeStamp && (await timeStampOn(signature, timeStamp, roots, sources));
  if (timeStamp) findings.note('time-stamp', stamp ? 'passed' : 'warning');
  const path = pathTo(signer, [...certificates, ...stored], roots);
  if (!findings.expect('path', path !== null, 'NO_CERTIFICATE_CHAIN_FOUND') || !path)
    return { path, stamp, carried: false };
  findings.expect('path-constraints', path.sound && maySign(signer), 'CHAIN_CONSTRAINTS_FAILURE');
  const at = stamp?.at ?? sources.now;
  checkValidity(path, at, findings);
  return { path, stamp, carried: (await checkRevocation(path, at, stamp, sources, findings)) && !!stamp?.carried };
}

function checkValidity({ certificates: [signer, ...above] }: Path, at: number, findings: Findings): void {
  if (signer && !findings.expect('validity', at >= signer.validFrom, 'NOT_YET_VALID')) return;
  const holds = [...(signer ? [signer] : []), ...above].every((each) => each.validFrom <= at && at <= each.validTo);
  findings.expect('validity', holds, 'OUT_OF_BOUNDS_NO_POE');
}

/** @returns whether the document carries all that was needed */
async function checkRevocation(
  { certificates }: Path,
  at: number,
  stamp: TimeStamp | null,
  sources: RevocationSources,
  findings: Findings,
): Promise<boolean> {
  let carried = true;
  for (const [n, certificate] of certificates.slice(0, -1).entries()) {
    const issuer = certificates[n + 1];
    if (!issuer) continue;
    const found = await revocationOf(certificate, issuer, at, sources);
    const check = n === 0 ? 'revocation' : 'revocation-above';
    const verdict = revokedVerdict(found, at, { isSigner: n === 0, isStamped: stamp !== null });
    const isGood = verdict === null;
    if (!findings.expect(check, isGood, verdict ?? 'TRY_LATER')) return false;
    carried &&= found?.carried === true;
  }
  return carried;
}

/** What was revoked after somebody attested that the signature was there does it no harm. */
function revokedVerdict(
  found: Revocation,
  at: number,
  { isSigner, isStamped }: { isSigner: boolean; isStamped: boolean },
): SubIndication | null {
  if (!found) return 'TRY_LATER';
  if (found.state === 'good') return null;
  if (isStamped && found.revokedAt !== null && found.revokedAt > at) return null;
  // On hold: it may be good again.
  if (found.state === 'suspended') return 'TRY_LATER';
  if (!isSigner) return 'REVOKED_CA_NO_POE';
  return isStamped ? 'REVOKED' : 'REVOKED_NO_POE';
}

/** The baseline level that is reached (EN 319 142-1, 6.3): a signing time among the attributes is none of PAdES. */
function levelOf(
  { subFilter }: PdfSignature,
  { namesSigner, hasSigningTime, inOrder }: CmsSignature,
  { stamp, carried }: { stamp: TimeStamp | null; carried: boolean },
): SignatureLevel | null {
  if (subFilter !== 'ETSI.CAdES.detached' || namesSigner !== true || hasSigningTime || !inOrder) return null;
  if (!stamp) return 'B-B';
  return carried ? 'B-LT' : 'B-T';
}

function reportOf(
  { field, range }: PdfSignature,
  { bytes }: ValidationContext,
  findings: Findings,
  { cms, path, stamp, level }: Facts,
): SignatureReport {
  return {
    field,
    indication: indicationOf(findings.verdict),
    subIndication: findings.verdict,
    level: level ?? null,
    digest: cms?.digest ? shownDigest(cms.digest) : null,
    signer: cms?.signer ? reported(cms.signer) : null,
    signedAt: stamp?.at ?? null,
    timeStampedBy: stamp ? reported(stamp.by).commonName : null,
    coversAll: range?.end === bytes.length,
    chain: (path?.certificates ?? []).slice(1).map(reported),
    checks: findings.checks(),
  };
}
