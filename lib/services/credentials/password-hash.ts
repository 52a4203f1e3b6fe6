import 'server-only';
import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { passwordMaximum } from '@/lib/domain/password';

/** argon2id, the library's default, at OWASP's first choice: 19 MiB, 2 passes, 1 lane (RFC 9106: m, t, p). */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The argon2id hash of a password, in PHC string form. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

let decoy: Promise<string> | undefined;

/**
 * True when `password` is the one behind `stored`. Without a stored hash (unknown account, no password yet) the same
 * work is done against a decoy, so that time does not tell accounts from strangers.
 */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword(randomBytes(32).toString('base64'));
  const against = stored ?? (await decoy);
  const matches = await verify(against, password.slice(0, passwordMaximum));
  return matches && stored !== null && password.length <= passwordMaximum;
}
