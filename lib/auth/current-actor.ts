import 'server-only';
import { cookies, headers } from 'next/headers';
import { forbidden, redirect } from 'next/navigation';
import { cache } from 'react';
import { mayOpen } from '@/lib/domain/access';
import type { Actor } from '@/lib/domain/actor';
import { paths } from '@/lib/paths';
import { requestPathHeader } from './request-headers';
import { requestOrigin } from './request-origin';
import { safeNext } from './safe-next';
import { actorOfSession } from './session-actor';
import { readSessionToken, sessionCookieName } from './session-cookie';

/**
 * The operator of this request, fresh from the database, once a request; null when nobody is signed in any more.
 * @throws Failure unavailable when the database is away
 */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const claims = await readSessionToken((await cookies()).get(sessionCookieName())?.value);
  return claims ? actorOfSession(claims.sid, await requestOrigin()) : null;
});

/**
 * For an answer that outlasts its request's first look: asks anew, each time, who is behind the session. Null as soon as
 * that has ended.
 */
export async function sessionWatch(): Promise<() => Promise<Actor | null>> {
  const claims = await readSessionToken((await cookies()).get(sessionCookieName())?.value);
  const origin = await requestOrigin();
  return async () => (claims ? actorOfSession(claims.sid, origin) : null);
}

/**
 * The guard of a page, to be awaited before its first Suspense: sends who is not signed in to sign in and back, and
 * answers 403 when the role may not open `path` (lib/domain/access.ts).
 */
export async function requireActor(path: string): Promise<Actor> {
  const actor = await currentActor();
  if (!actor) redirect(paths.signIn(await wantedPath(path)));
  // Who must add a second factor first gets to its own account and nowhere else.
  if (actor.mustEnrol && !isOfProfile(path)) redirect(paths.security());
  if (!mayOpen(actor.role, path)) forbidden();
  return actor;
}

const isOfProfile = (path: string): boolean => path === paths.profile() || path.startsWith(`${paths.profile()}/`);

/** The address that was asked for, with its filters, as the middleware noted it. */
async function wantedPath(path: string): Promise<string> {
  return safeNext((await headers()).get(requestPathHeader) ?? path);
}
