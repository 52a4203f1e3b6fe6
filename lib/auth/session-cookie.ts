import 'server-only';
import { decode, encode } from 'next-auth/jwt';
import { z } from 'zod';
import { roleSchema } from '@/lib/domain/roles';
import { authSecret, hasSecureCookies } from './settings';

/** Longest life of a session in seconds, however busy it is: twelve hours. */
export const sessionSeconds = 12 * 60 * 60;

/** What the cookie says: which session, and the role it began with. Rights are looked up, never read from here. */
const claimsSchema = z.object({ sid: z.string().regex(/^[\w-]{43}$/), role: roleSchema });
export type SessionClaims = z.infer<typeof claimsSchema>;

/** Name of the cookie, as next-auth chooses it. */
export function sessionCookieName(): string {
  return hasSecureCookies() ? '__Secure-next-auth.session-token' : 'next-auth.session-token';
}

/** The claims in a decrypted token, or null when it is none of ours. */
export function readClaims(token: unknown): SessionClaims | null {
  return claimsSchema.safeParse(token).data ?? null;
}

/** The claims of an encrypted token; null when it is absent, expired, or not ours. */
export async function readSessionToken(token: string | undefined): Promise<SessionClaims | null> {
  if (!token) return null;
  try {
    return readClaims(await decode({ token, secret: authSecret() }));
  } catch {
    return null;
  }
}

/** The cookie that carries a session: encrypted as next-auth does it, so that both ways of signing in give the same. */
export async function sealSession(claims: SessionClaims) {
  return {
    name: sessionCookieName(),
    value: await encode({ token: claims, secret: authSecret(), maxAge: sessionSeconds }),
    httpOnly: true,
    sameSite: 'lax',
    secure: hasSecureCookies(),
    path: '/',
    maxAge: sessionSeconds,
  } as const;
}
