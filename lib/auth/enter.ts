import 'server-only';
import { cookies } from 'next/headers';
import { currentActor } from './current-actor';
import { sealSession } from './session-cookie';
import { endOwnSession } from './session-records';
import { type SignInOutcome, signIn } from './sign-in';
import { rememberLanguage, visitor } from './visitor';

/**
 * Tries to sign in this request's browser; when it succeeds, a new session begins here
 * and the one that this browser held before ends.
 * @throws Failure unavailable when the database is away
 */
export async function enter(credentials: { email: string; password: string; code: string }): Promise<SignInOutcome> {
  const outcome = await signIn(credentials, await visitor());
  if (outcome.kind !== 'entered') return outcome;
  const before = await currentActor();
  if (before) await endOwnSession(before);
  const { name, value, ...options } = await sealSession(outcome.claims);
  (await cookies()).set(name, value, options);
  await rememberLanguage(outcome.language);
  return outcome;
}
