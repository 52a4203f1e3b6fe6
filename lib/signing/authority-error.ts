/** Why an authority said no, as far as an operator can do something about it. */
export const refusals = [
  'cancelled',
  'code',
  'client',
  'token',
  'pin',
  'pin-locked',
  'otp',
  'otp-expired',
  'disabled',
  'certificate',
  'too-many',
  'access',
  'busy',
  'other',
] as const;
export type Refusal = (typeof refusals)[number];

/**
 * What may come of a call, besides its answer. `unreachable`: it did not get there, nothing happened. `not-confirmed`: it
 * may have happened; the answer was lost, came too late or cannot be read. `refused`: it answered no.
 */
export type AuthorityOutcome =
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'not-confirmed' }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** A call to a certificate authority that brought no answer to use. Says nothing of what was sent or came back. */
export class AuthorityError extends Error {
  constructor(
    readonly outcome: AuthorityOutcome,
    readonly method: string,
    options?: { cause?: unknown },
  ) {
    super(`${method}: ${outcome.kind}${outcome.kind === 'refused' ? ` (${outcome.refusal})` : ''}`, options);
    this.name = 'AuthorityError';
  }
}

export const refused = (method: string, refusal: Refusal): AuthorityError =>
  new AuthorityError({ kind: 'refused', refusal }, method);
