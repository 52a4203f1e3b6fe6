import 'server-only';
import { createHash } from 'node:crypto';
import { counter } from '@/lib/services/counter';

/**
 * Limits of failed sign-ins, kept in PostgreSQL so that all processes count together. Only failures count. An account is
 * slowed, never locked: each failure beyond the fifth makes the next try wait, 30 s at most. Tries from an address
 * where the account has signed in before are counted apart, so that a stranger elsewhere slows strangers only.
 */
const quarterOfAnHour = 15 * 60;
const freeFailures = 5;
const longestDelaySeconds = 30;
const limits = { address: 200, everywhere: 2_000 };

const everywhere = counter('sign-in-all', limits.everywhere, 60);
const byAddress = counter('sign-in-address', limits.address, quarterOfAnHour);
const failures = counter('sign-in-failures', freeFailures, quarterOfAnHour);
const delays = counter('sign-in-delay', 1, longestDelaySeconds);

/** Whom a try is about and whence it comes. `knownPlace`: the account has signed in from this address before. */
export type Try = { readonly email: string; readonly address: string; readonly knownPlace: boolean };

/** Seconds that the next try waits after `count` failures in a row: 0 for the first five, then 1, 2, 4 … 30. */
function delayAfter(count: number): number {
  return count < freeFailures ? 0 : Math.min(longestDelaySeconds, 2 ** (count - freeFailures));
}

/** Hashed: people type passwords into the wrong field, and the key has to stay short. */
function accountKey({ email, address, knownPlace }: Try): string {
  const text = `${email.toLowerCase()}\n${knownPlace ? address : ''}`;
  return createHash('sha256').update(text).digest('base64url');
}

/** Milliseconds until a try may be judged at all; 0 now. The same for accounts that exist and that do not. */
export async function waitBefore(given: Try): Promise<number> {
  const [all, address, delay] = await Promise.all([
    everywhere.get('all'),
    byAddress.get(given.address),
    delays.get(accountKey(given)),
  ]);
  return Math.max(
    all && all.consumedPoints >= limits.everywhere ? all.msBeforeNext : 0,
    address && address.consumedPoints >= limits.address ? address.msBeforeNext : 0,
    delay ? delay.msBeforeNext : 0,
  );
}

/** Counts a failed try. */
export async function countFailure(given: Try): Promise<void> {
  const key = accountKey(given);
  const [row] = await Promise.all([failures.penalty(key), everywhere.penalty('all'), byAddress.penalty(given.address)]);
  const seconds = delayAfter(row.consumedPoints);
  if (seconds > 0) await delays.set(key, 1, seconds);
}

/** Forgets the failures before a successful sign-in. */
export async function forgiveFailures(given: Try): Promise<void> {
  const key = accountKey(given);
  await Promise.all([failures.delete(key), delays.delete(key)]);
}
