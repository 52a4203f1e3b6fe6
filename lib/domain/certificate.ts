/** Words of certificates, their authorities and the access to them (product.md section 4). */

export const authorityTypes = ['csc-v1', 'csc-v2'] as const;
export type AuthorityType = (typeof authorityTypes)[number];

/** A suspended authority enrols and renews nothing; what it granted goes on. */
export const authorityStatuses = ['active', 'suspended'] as const;
export type AuthorityStatus = (typeof authorityStatuses)[number];

/** How a check of the connection ended. */
export const checkOutcomes = ['answered', 'unreachable', 'unreadable', 'refused'] as const;
export type CheckOutcome = (typeof checkOutcomes)[number];

/** State of the access that the authority granted. */
export const accessStates = ['never', 'valid', 'expiring', 'expired', 'exhausted', 'revoked'] as const;
export type AccessState = (typeof accessStates)[number];

/** State of the certificate itself. */
export const x509States = ['valid', 'expiring', 'expired', 'revoked', 'suspended'] as const;
export type X509State = (typeof x509States)[number];

/** What the revocation service of the authority last said. */
export const revocationStates = ['unknown', 'good', 'suspended', 'revoked'] as const;
export type RevocationState = (typeof revocationStates)[number];

/**
 * The way of a person and of the jobs through enrolment and renewal. Theirs are `consent` (at the authority's page),
 * `choice`, `factors` and `credential` (again at the authority's page); the others are the jobs'. `unconfirmed` is asked
 * again and never an end; the last four are.
 */
export const flowSteps = [
  'consent',
  'listing',
  'choice',
  'otp',
  'factors',
  'credential',
  'granting',
  'unconfirmed',
  'granted',
  'refused',
  'cancelled',
  'expired',
] as const;
export type FlowStep = (typeof flowSteps)[number];

/** Steps at which nothing more will happen. */
export const finalSteps = ['granted', 'refused', 'cancelled', 'expired'] as const satisfies readonly FlowStep[];
export const isFinal = (step: FlowStep): boolean => finalSteps.some((each) => each === step);

/** Steps that a job is at work on; the page looks again by itself. */
export const isAtWork = (step: FlowStep): boolean => ['listing', 'otp', 'granting', 'unconfirmed'].includes(step);

/** What every issuer has, and what cannot be deleted. */
export const principalWallet = 'Principal';

/** How long an access holds since its grant, and when to warn (product.md section 4). */
export type AccessRule = {
  readonly days: number;
  readonly signatures: number;
  readonly warnDays: number;
  /** Percent of the signatures. */
  readonly warnPercent: number;
};

/** The rule that a new authority begins with. */
export const usualRule: AccessRule = { days: 60, signatures: 1_000_000_000, warnDays: 7, warnPercent: 90 };

const dayMs = 86_400_000;

export type AccessFacts = {
  /** Milliseconds since 1970; null before the first grant. */
  readonly expiresAt: number | null;
  readonly used: number;
  readonly limit: number;
  readonly revoked: boolean;
};

/**
 * Where an access stands. Days before signatures: whoever has both reads the end that no mail can stop.
 * @param now milliseconds since 1970
 */
export function accessStateOf(
  { expiresAt, used, limit, revoked }: AccessFacts,
  rule: AccessRule,
  now: number,
): AccessState {
  if (expiresAt === null) return 'never';
  if (revoked) return 'revoked';
  if (expiresAt <= now) return 'expired';
  if (used >= limit) return 'exhausted';
  const isNear = expiresAt - now <= rule.warnDays * dayMs || used >= (limit * rule.warnPercent) / 100;
  return isNear ? 'expiring' : 'valid';
}

/** What ends first at the present rate, and when. @param perDay signatures a day, of late */
export function firstEnd(
  { expiresAt, used, limit }: AccessFacts,
  perDay: number,
  now: number,
): { kind: 'days' | 'signatures'; at: number } | null {
  if (expiresAt === null) return null;
  if (perDay <= 0) return { kind: 'days', at: expiresAt };
  const exhaustedAt = now + (Math.max(0, limit - used) / perDay) * dayMs;
  return exhaustedAt < expiresAt ? { kind: 'signatures', at: exhaustedAt } : { kind: 'days', at: expiresAt };
}

/** Days before the end of a certificate's own validity from which it is `expiring`. */
export const certificateWarnDays = 30;

/** Where a certificate stands by its own dates and by its authority. @param now milliseconds since 1970 */
export function x509StateOf(
  { validTo, revocation }: { readonly validTo: number; readonly revocation: RevocationState },
  now: number,
): X509State {
  if (revocation === 'revoked' || revocation === 'suspended') return revocation;
  if (validTo <= now) return 'expired';
  return validTo - now <= certificateWarnDays * dayMs ? 'expiring' : 'valid';
}
