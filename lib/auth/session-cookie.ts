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

type Opened = { readonly claims: SessionClaims | null; readonly expires: number };

// A token never changes its meaning but by its end, and to decrypt it costs as much as a query: kept by its text.
const opened = new Map<string, Opened>();
const mostOpened = 2_000;

/** The claims of an encrypted token; null when it is absent, expired, or not ours. */
export async function readSessionToken(token: string | undefined): Promise<SessionClaims | null> {
  if (!token) return null;
  const known = opened.get(token);
  if (known) return Date.now() < known.expires ? known.claims : null;
  try {
    const content = await decode({ token, secret: authSecret() });
    const claims = readClaims(content);
    if (opened.size >= mostOpened) opened.clear();
    if (claims) opened.set(token, { claims, expires: Number(content?.exp ?? 0) * 1000 });
    return claims;
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
