import type { SignatureLevel } from './signature';

/** Words of the validation of signed documents (ETSI EN 319 102-1, 5.1.3). */

export const indications = ['TOTAL-PASSED', 'INDETERMINATE', 'TOTAL-FAILED'] as const;
export type Indication = (typeof indications)[number];

/** Sub-indications that this product can come to, named as in EN 319 102-1, tables 5 and 6. */
export const subIndications = [
  'FORMAT_FAILURE',
  'HASH_FAILURE',
  'SIG_CRYPTO_FAILURE',
  'REVOKED',
  'NOT_YET_VALID',
  'SIG_CONSTRAINTS_FAILURE',
  'CHAIN_CONSTRAINTS_FAILURE',
  'CRYPTO_CONSTRAINTS_FAILURE',
  'NO_SIGNING_CERTIFICATE_FOUND',
  'NO_CERTIFICATE_CHAIN_FOUND',
  'REVOKED_NO_POE',
  'REVOKED_CA_NO_POE',
  'OUT_OF_BOUNDS_NO_POE',
  'TRY_LATER',
] as const;
export type SubIndication = (typeof subIndications)[number];

/** Sub-indications that say that a signature is bad, rather than that too little is known. */
const failing: readonly SubIndication[] = [
  'FORMAT_FAILURE',
  'HASH_FAILURE',
  'SIG_CRYPTO_FAILURE',
  'REVOKED',
  'NOT_YET_VALID',
];

/** What a sub-indication amounts to; none: the signature passed. */
export function indicationOf(sub: SubIndication | null): Indication {
  if (sub === null) return 'TOTAL-PASSED';
  return failing.includes(sub) ? 'TOTAL-FAILED' : 'INDETERMINATE';
}

/** What is looked at, in this order (the building blocks of EN 319 102-1, 5.2). */
export const validationChecks = [
  'byte-range',
  'cms',
  'signer',
  'signing-certificate',
  'digest',
  'signature',
  'algorithms',
  'later-changes',
  'path',
  'path-constraints',
  'time-stamp',
  'validity',
  'revocation',
  'revocation-above',
] as const;
export type ValidationCheck = (typeof validationChecks)[number];

export type CheckResult = 'passed' | 'failed' | 'warning' | 'skipped';

/** One certificate as the report shows it. */
export type ReportedCertificate = {
  readonly subject: string;
  readonly commonName: string;
  readonly organisation: string | null;
  readonly issuer: string;
  /** Hexadecimal, upper case. */
  readonly serial: string;
  /** Milliseconds since 1970. */
  readonly validFrom: number;
  readonly validTo: number;
  /** What it says of itself by its QC statements (EN 319 412-5): a qualified seal or signature. */
  readonly qualified: 'seal' | 'signature' | null;
};

export type SignatureReport = {
  readonly field: string;
  readonly indication: Indication;
  readonly subIndication: SubIndication | null;
  /** Level reached; null: no PAdES baseline signature. */
  readonly level: SignatureLevel | null;
  readonly digest: string | null;
  readonly signer: ReportedCertificate | null;
  /** Of a trusted time stamp; null: nobody attests when it was signed. Milliseconds since 1970. */
  readonly signedAt: number | null;
  readonly timeStampedBy: string | null;
  /** No byte of the document came after the signature. */
  readonly coversAll: boolean;
  readonly chain: readonly ReportedCertificate[];
  readonly checks: readonly { readonly check: ValidationCheck; readonly result: CheckResult }[];
};

/** A report about one PDF. */
export type ValidationReport = {
  /** When it was made; milliseconds since 1970. */
  readonly at: number;
  readonly sha256: string;
  readonly sizeBytes: number;
  /** The worst of its signatures; null: it has none. */
  readonly indication: Indication | null;
  readonly subIndication: SubIndication | null;
  readonly signatures: readonly SignatureReport[];
};

/** What a reader needs, of all that a report holds: EN 319 102-1 calls it the simple report. */
export function simpleReport({ at, sha256, indication, subIndication, signatures }: ValidationReport) {
  return {
    ...{ at, sha256, indication, subIndication },
    signatures: signatures.map(({ field, signer, signedAt, level, coversAll, ...each }) => ({
      ...{ field, indication: each.indication, subIndication: each.subIndication, level, signedAt, coversAll },
      signer: signer && { commonName: signer.commonName, organisation: signer.organisation, issuer: signer.issuer },
    })),
  };
}

/** The worst of several verdicts, in the order of `indications`; null for none. */
export function worstOf(
  all: readonly { readonly indication: Indication; readonly subIndication: SubIndication | null }[],
) {
  const rank = (indication: Indication): number => indications.indexOf(indication);
  return all.reduce<(typeof all)[number] | null>(
    (worst, each) => (worst === null || rank(each.indication) > rank(worst.indication) ? each : worst),
    null,
  );
}
