import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { policyOf } from '@/lib/auth/content-security-policy';
import { isApi, judge } from '@/lib/auth/path-judgement';
import { nonceHeader, requestIdHeader, requestPathHeader } from '@/lib/auth/request-headers';
import { readSessionToken, sessionCookieName } from '@/lib/auth/session-cookie';
import { newId } from '@/lib/domain/ids';
import { env } from '@/lib/env';
import { paths } from '@/lib/paths';

/**
 * The first fence, from the signed token alone: signed in, and of a role that may open this path? Fast, and never the
 * only one: pages, verbs and the database decide for themselves. What machines call authenticates itself; bodies that
 * pass through here are cut at 10 MB, so those paths stay out of the matcher.
 */
export async function middleware(request: NextRequest): Promise<NextResponse> {
  const requestId = newId();
  const { pathname } = request.nextUrl;
  const claims = await readSessionToken(request.cookies.get(sessionCookieName())?.value);
  const judgement = judge(pathname, claims?.role ?? null);
  const nonce = randomBytes(16).toString('base64');
  const policy = policyOf(pathname, nonce, env().NODE_ENV === 'development');
  const ours = { [requestIdHeader]: requestId, [nonceHeader]: nonce, 'content-security-policy': policy };
  const answer = respond(judgement, request, forwarded(request, ours));
  answer.headers.set('Content-Security-Policy', policy);
  answer.headers.set(requestIdHeader, requestId);
  if (claims || judgement !== 'pass') answer.headers.set('Cache-Control', 'private, no-store');
  return answer;
}

function respond(judgement: ReturnType<typeof judge>, request: NextRequest, headers: Headers): NextResponse {
  const { pathname, search } = request.nextUrl;
  switch (judgement) {
    case 'pass':
      return NextResponse.next({ request: { headers } });
    case 'sign-in':
      return NextResponse.redirect(localUrl(request, paths.signIn(`${pathname}${search}`)));
    case 'unauthenticated':
      return refusal(401, 'unauthenticated', 'Sign in first.', headers);
    case 'forbidden': {
      // The page answers 403 in the words of forbidden.tsx; programs and Next's own fetches get the bare status.
      const page = request.headers.get('accept')?.includes('text/html') === true && !isApi(pathname);
      if (page) return NextResponse.rewrite(localUrl(request, paths.refused()), { request: { headers } });
      return refusal(403, 'forbidden', 'Your role does not permit this.', headers);
    }
  }
}

function localUrl(request: NextRequest, path: string): URL {
  return new URL(`${request.nextUrl.basePath}${path}`, request.nextUrl);
}

function refusal(status: number, code: string, message: string, headers: Headers): NextResponse {
  return NextResponse.json({ code, message, requestId: headers.get(requestIdHeader) }, { status });
}

/** The request's headers for what comes behind, ours written over whatever the client sent. */
function forwarded(request: NextRequest, ours: Readonly<Record<string, string>>): Headers {
  const headers = new Headers(request.headers);
  const { pathname, search } = request.nextUrl;
  headers.delete('x-middleware-subrequest');
  headers.set(requestPathHeader, `${pathname}${search}`);
  for (const [name, value] of Object.entries(ours)) headers.set(name, value);
  return headers;
}

export const config = {
  runtime: 'nodejs',
  matcher: [
    '/((?!api/(?:engine|v1|oauth|cron|metrics|health|ready)(?:/|$)|api/openapi\\.json$|_next/static/|(?:icons|seal|wordmark)\\.svg$|favicon\\.ico$).*)',
  ],
};
