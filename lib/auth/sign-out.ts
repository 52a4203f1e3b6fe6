import 'server-only';
import { cookies } from 'next/headers';
import { currentActor } from './current-actor';
import { isSameOrigin } from './same-origin';
import { sessionCookieName } from './session-cookie';
import { endOwnSession } from './session-records';
import { hasSecureCookies } from './settings';

/** Ends the session of this request, in the database first, then in the browser. A request from elsewhere does nothing. */
export async function signOutHere(): Promise<void> {
  if (!(await isSameOrigin())) return;
  const actor = await currentActor();
  if (actor) await endOwnSession(actor);
  (await cookies()).set(sessionCookieName(), '', { path: '/', maxAge: 0, httpOnly: true, secure: hasSecureCookies() });
}
