import 'server-only';
import type { Status } from '@/lib/domain/company';
import { conflict, Failure, forbidden } from '@/lib/domain/errors';

/** @throws Failure conflict when somebody else changed it meanwhile */
export function unchangedSince(seen: number, row: { readonly version: number }): void {
  if (seen !== row.version) throw conflict();
}

/**
 * Whether a change of status is one of those permitted.
 * @throws Failure forbidden
 */
export function permittedStatus(allowed: readonly Status[], status: Status): void {
  if (!allowed.includes(status)) throw forbidden();
}

/**
 * A status that stops others needs its reason; one that lets them go on does not.
 * @throws Failure invalid
 */
export function reasoned(status: Status, reason: string): void {
  if (status !== 'active' && reason === '') throw new Failure('invalid', 'invalid', { reason: 'required' });
}
