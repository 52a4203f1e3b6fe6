import 'server-only';
import { createHash } from 'node:crypto';
import { counter } from '@/lib/services/counter';

/**
 * Limits of failed token requests, kept in PostgreSQL so that all processes count together. Failures of an alias are
 * counted by address: a stranger elsewhere slows nobody but itself.
 */
const quarterOfAnHour = 15 * 60;
const most = { failures: 10, address: 200, everywhere: 2_000, issued: 60 };

const everywhere = counter('token-all', most.everywhere, 60);
const byAddress = counter('token-address', most.address, quarterOfAnHour);
const failures = counter('token-failures', most.failures, quarterOfAnHour);
const issued = counter('token-issued', most.issued, 60);

export type TokenTry = { readonly alias: string; readonly address: string };

const keyOf = ({ alias, address }: TokenTry): string =>
  createHash('sha256').update(`${alias}\n${address}`).digest('base64url');

/** Milliseconds until a try may be judged at all; 0 now. */
export async function waitBeforeToken(given: TokenTry): Promise<number> {
  const [all, address, failed] = await Promise.all([
    everywhere.get('all'),
    byAddress.get(given.address),
    failures.get(keyOf(given)),
  ]);
  return Math.max(
    all && all.consumedPoints >= most.everywhere ? all.msBeforeNext : 0,
    address && address.consumedPoints >= most.address ? address.msBeforeNext : 0,
    failed && failed.consumedPoints >= most.failures ? failed.msBeforeNext : 0,
  );
}

/** Counts a failed try. */
export async function countTokenFailure(given: TokenTry): Promise<void> {
  await Promise.all([failures.penalty(keyOf(given)), everywhere.penalty('all'), byAddress.penalty(given.address)]);
}

/** Counts a token. @returns milliseconds to wait when a service asks for more than it can use; 0 otherwise */
export async function countToken(serviceId: string): Promise<number> {
  const { consumedPoints, msBeforeNext } = await issued.penalty(serviceId);
  return consumedPoints > most.issued ? msBeforeNext : 0;
}
