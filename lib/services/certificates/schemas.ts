import { z } from 'zod';
import type { AccessState, FlowStep, X509State } from '@/lib/domain/certificate';
import { editedVersion, line, optionalLine } from '@/lib/domain/fields';
import type { KeyAlgorithm } from '@/lib/domain/signature';

const id = z.uuid('invalid');

/** Begins to enrol a certificate. */
export const enrolment = z.strictObject({
  authority: z.uuid('choose'),
  wallet: z.uuid('choose'),
  /** Empty: the certificate's own name. */
  alias: optionalLine(80),
});
/** Begins to renew the access to a certificate. */
export const renewal = z.strictObject({ id });
/** What an authority's page sent back. */
export const returned = z.strictObject({
  state: z.string().min(20).max(200),
  code: z.string().max(4096).default(''),
  error: z.string().max(200).default(''),
});
export const choice = z.strictObject({ flow: id, credential: z.string().min(1, 'choose').max(255) });
export const factors = z.strictObject({
  flow: id,
  pin: z.string().max(64, 'too_long:64').default(''),
  otp: z.string().trim().max(64, 'too_long:64').default(''),
});
export const flowChoice = z.strictObject({ flow: id });
export const certificateEdit = z.strictObject({
  id,
  version: editedVersion,
  alias: line(80),
  wallet: z.uuid('choose'),
});

/** Where somebody is to go next: to the authority's page, or to the flow's own. */
export type Onward = { readonly id: string; readonly url: string | null };

/** A certificate as its list reads it. */
export type FoundCertificate = {
  id: string;
  alias: string;
  issuer: string;
  issuer_id: string;
  authority: string;
  wallet: string;
  current: boolean;
  state: AccessState;
  x509: X509State;
  /** Milliseconds since 1970. */
  expires: number | null;
  used: number;
  signatures: number | null;
  valid_to: number;
  registered: number;
};

/** A row as it travels. */
export type CertificateRow = readonly [
  id: string,
  alias: string,
  issuer: string,
  authority: string,
  wallet: string,
  current: boolean,
  state: AccessState,
  x509: X509State,
  expiresAt: number | null,
  used: number,
  limit: number | null,
  validTo: number,
  registeredAt: number,
];

/** An access that was granted; instants in milliseconds since 1970. */
export type Grant = {
  readonly id: string;
  readonly grantedAt: number;
  readonly grantedBy: string | null;
  readonly expiresAt: number;
  readonly limit: number;
  readonly used: number;
  readonly replacedAt: number | null;
  readonly revokedAt: number | null;
};

/** One certificate; instants in milliseconds since 1970. */
export type CertificateDetail = {
  readonly id: string;
  readonly version: number;
  readonly alias: string;
  readonly subject: { readonly name: string; readonly organisation: string; readonly vat: string };
  readonly issuerName: string;
  readonly serial: string;
  readonly validFrom: number;
  readonly validTo: number;
  readonly x509: X509State;
  readonly revocationCheckedAt: number | null;
  readonly keyAlgorithm: KeyAlgorithm;
  readonly keyLength: number;
  readonly scal: string;
  readonly multisign: number;
  readonly registeredAt: number;
  readonly issuer: { readonly id: string; readonly name: string };
  readonly authority: { readonly id: string; readonly name: string };
  readonly wallet: { readonly id: string; readonly name: string; readonly current: boolean };
  readonly access: {
    readonly state: AccessState;
    readonly grant: Grant | null;
    readonly warnDays: number;
    readonly warnPercent: number;
    /** Signatures a day of the services that sign with it, over the last thirty days. */
    readonly perDay: number;
    readonly firstEnd: { readonly kind: 'days' | 'signatures'; readonly at: number } | null;
  };
  readonly history: readonly Grant[];
  readonly chain: readonly { readonly name: string; readonly organisation: string; readonly validTo: number }[];
  /** A renewal under way. */
  readonly flow: string | null;
};

/** A credential that one may choose. */
export type FlowCandidate = {
  readonly id: string;
  readonly commonName: string;
  readonly issuerName: string;
  readonly serial: string;
  readonly validTo: number;
  readonly unfit: 'scal' | 'disabled' | 'expired' | 'revoked' | 'enrolled' | 'other' | null;
  /** Leave is given at the authority's own page. */
  readonly atAuthority: boolean;
};

/** An enrolment or renewal as its page shows it. */
export type FlowDetail = {
  readonly id: string;
  readonly kind: 'enrol' | 'renew';
  readonly step: FlowStep;
  readonly outcome: string | null;
  readonly authority: string;
  readonly alias: string;
  readonly certificateId: string | null;
  /** Until when the access that one has still holds, for a renewal. */
  readonly holdsUntil: number | null;
  readonly candidates: readonly FlowCandidate[];
  readonly chosen: {
    readonly name: string;
    readonly pin: boolean;
    readonly otp: 'none' | 'online' | 'offline';
  } | null;
  /** Whether the one who looks is the one who began it; nobody else can go on. */
  readonly own: boolean;
  readonly otpUntil: number | null;
  readonly expiresAt: number;
};

/** What is about to end, or has, and what stops with it. */
export type CertificateWarning = {
  readonly id: string;
  readonly alias: string;
  readonly state: AccessState;
  readonly x509: X509State;
  readonly expiresAt: number | null;
  /** Aliases of the client services that sign with it. */
  readonly services: readonly string[];
  readonly perDay: number;
};
