import 'server-only';
import { asMachine } from '@/db/client';
import { type Account, findAccount } from '@/db/gate/operators';
import { QueueFull } from '@/lib/bounded-queue';
import { companyStatus } from '@/lib/domain/company';
import { reachable } from '@/lib/services/authorise';
import { takeCode } from '@/lib/services/credentials/check';
import { verifyPassword } from '@/lib/services/credentials/password-hash';
import { passwordDoor } from './password-door';
import type { Visitor } from './request-origin';
import { patienceMs } from './session-actor';
import type { SessionClaims } from './session-cookie';
import { recordRefusedSignIn, startSession } from './session-records';
import { countFailure, forgiveFailures, type Try, waitBefore } from './sign-in-limiter';

export type Credentials = {
  readonly email: string;
  readonly password: string;
  /** Of the second factor, where the account has one. */
  readonly code?: string;
};
/** `refused` never says why: no account, wrong password, blocked company read the same. */
export type SignInOutcome =
  | { readonly kind: 'entered'; readonly claims: SessionClaims; readonly language: 'pt' | 'en' }
  | { readonly kind: 'refused' }
  /** The password is right, and a code of the second factor is needed beside it; `wrong` when one was given. */
  | { readonly kind: 'code'; readonly wrong: boolean }
  | { readonly kind: 'limited'; readonly seconds: number };

/** Longest e-mail address (RFC 5321, 4.5.3.1); a longer one is no account. */
const longestEmail = 254;

/**
 * Tries to sign in. Equal in time whether or not the account exists: each try costs the same queries and one hash.
 * @throws Failure unavailable when the database is away
 */
export async function signIn(given: Credentials, from: Visitor): Promise<SignInOutcome> {
  try {
    return await reachable(passwordDoor(() => attempt(given, from)));
  } catch (error) {
    if (error instanceof QueueFull) return { kind: 'limited', seconds: 5 };
    throw error;
  }
}

async function attempt({ email, password, code = '' }: Credentials, from: Visitor): Promise<SignInOutcome> {
  const name = email.trim().slice(0, longestEmail + 1);
  const { address } = from.origin;
  const account = await asMachine('gate', 'read', (db) => findAccount(db, name, address), patienceMs);
  const given: Try = { email: name, address, knownPlace: account?.knownPlace ?? false };
  const wait = await waitBefore(given);
  if (wait > 0) return { kind: 'limited', seconds: Math.ceil(wait / 1_000) };
  const matches = await verifyPassword(account?.passwordHash ?? null, password);
  if (!account || !matches || !mayEnter(account)) {
    await Promise.all([countFailure(given), recordRefusedSignIn(account, from.origin)]);
    return { kind: 'refused' };
  }
  if (account.secondFactor && !(code !== '' && (await takeCode(account.operatorId, code)))) {
    if (code === '') return { kind: 'code', wrong: false };
    await Promise.all([countFailure(given), recordRefusedSignIn(account, from.origin)]);
    return { kind: 'code', wrong: true };
  }
  const sid = await startSession(account, from);
  await forgiveFailures(given);
  return { kind: 'entered', claims: { sid, role: account.role }, language: account.language };
}

/** Active, and of companies that are active or suspended (these enter and may only look). */
function mayEnter(account: Account): boolean {
  return account.status === 'active' && ['active', 'suspended'].includes(companyStatus(account));
}
