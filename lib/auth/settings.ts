import 'server-only';
import { env } from '@/lib/env';
import { installationUrl } from '@/lib/environment';

/**
 * The key of the session cookie.
 * @throws Error when AUTH_SECRET is missing: a guessed one would let anybody sign in.
 */
export function authSecret(): string {
  const { AUTH_SECRET } = env();
  if (!AUTH_SECRET) throw new Error('Environment variable AUTH_SECRET is missing; sessions cannot be sealed.');
  return AUTH_SECRET;
}

/** With https, cookies are Secure and carry next-auth's `__Secure-` prefix; plain http serves a local start. */
export function hasSecureCookies(): boolean {
  return installationUrl().protocol === 'https:';
}
