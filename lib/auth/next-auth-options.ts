import 'server-only';
import type { AuthOptions } from 'next-auth';
import credentials from 'next-auth/providers/credentials';
import { log } from '@/lib/log';
import { href, paths } from '@/lib/paths';
import type { Visitor } from './request-origin';
import { safeNext } from './safe-next';
import { actorOfSession } from './session-actor';
import { readClaims, type SessionClaims, sessionSeconds } from './session-cookie';
import { endOwnSession } from './session-records';
import { authSecret, hasSecureCookies } from './settings';
import { type SignInOutcome, signIn } from './sign-in';

/** How a sign-in ended; next-auth itself only knows yes and no. */
export type Heard = { outcome?: SignInOutcome; failure?: unknown };

/**
 * next-auth for one request of `visitor`; `heard` is told how a sign-in ended.
 * The JWT holds the session's token and role. What the session is worth is asked of the database (current-actor.ts).
 */
export function nextAuthOptions(visitor: Visitor, heard: Heard): AuthOptions {
  const page = href(paths.signIn());
  return {
    secret: authSecret(),
    useSecureCookies: hasSecureCookies(),
    session: { strategy: 'jwt', maxAge: sessionSeconds },
    pages: { signIn: page, signOut: href(paths.profile()), error: page },
    providers: [
      credentials({
        credentials: { email: {}, password: {}, code: {} },
        async authorize(given) {
          heard.outcome = await signIn(
            { email: given?.email ?? '', password: given?.password ?? '', code: given?.code ?? '' },
            visitor,
          ).catch((failure: unknown) => {
            heard.failure = failure;
            return { kind: 'refused' } as const;
          });
          return heard.outcome.kind === 'entered'
            ? { id: heard.outcome.claims.role, claims: heard.outcome.claims }
            : null;
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => ({ ...(claimsOf(user) ?? readClaims(token)) }),
      redirect: ({ url, baseUrl }) => localAddress(url, baseUrl),
    },
    events: {
      async signOut({ token }) {
        const claims = readClaims(token);
        const actor = claims ? await actorOfSession(claims.sid, visitor.origin) : null;
        if (actor) await endOwnSession(actor);
      },
    },
    logger: {
      error: (code) => log().error({ code }, 'next-auth'),
      warn: (code) => log().debug({ code }, 'next-auth'),
      debug: () => {},
    },
  };
}

/** Where next-auth may send the browser afterwards: a page of ours, whatever was asked for. */
function localAddress(url: string, baseUrl: string): string {
  const wanted = safeNext(url.startsWith(baseUrl) ? url.slice(baseUrl.length) : url);
  return `${baseUrl}${wanted === paths.home() ? href(wanted) : wanted}`;
}

function claimsOf(user: unknown): SessionClaims | null {
  const given = typeof user === 'object' && user !== null && 'claims' in user ? user.claims : null;
  return readClaims(given);
}
