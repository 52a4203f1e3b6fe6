import { isPublicPath, mayOpen } from '@/lib/domain/access';
import type { Role } from '@/lib/domain/roles';

/** What the middleware does with a request. */
export type Judgement = 'pass' | 'sign-in' | 'unauthenticated' | 'forbidden';

/** Decoding once more must change nothing; whoever encodes deeper than this hides something. */
const deepestEncoding = 4;

/**
 * The path that a page would be served under: decoded to the end, without Next's own suffixes (`.rsc`, segment
 * prefetch, data route), double or trailing slashes. Null when it cannot be told: such a path is closed.
 */
export function servedPath(pathname: string): string | null {
  const decoded = decodedToTheEnd(pathname);
  if (decoded === null || /[\p{Cc}\\;]/u.test(decoded) || /(^|\/)\.\.?(\/|$)/.test(decoded)) return null;
  const bare = decoded
    .replaceAll(/\/{2,}/g, '/')
    .replace(/^\/_next\/data\/[^/]+/, '')
    .replace(/\.segments\/.*$/, '')
    .replace(/\.(rsc|json|prefetch\.rsc)$/, '')
    .replace(/\/$/, '')
    .replace(/^\/index$/, '');
  return bare === '' ? '/' : bare;
}

function decodedToTheEnd(pathname: string): string | null {
  let text = pathname;
  for (let depth = 0; depth < deepestEncoding; depth += 1) {
    const next = decodedOnce(text);
    if (next === null || next === text) return next;
    text = next;
  }
  return null;
}

function decodedOnce(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** next-auth's own endpoints: they are how one signs in. */
function isSignInEndpoint(path: string): boolean {
  return path.startsWith('/api/auth/');
}

/**
 * Judges a request by its path and the role in its token alone, from the one access table. A path that cannot be told
 * counts as closed. Says nothing about the session: that is the pages' and the verbs' own fence.
 */
export function judge(pathname: string, role: Role | null): Judgement {
  const path = servedPath(pathname);
  if (path !== null && (isPublicPath(path) || isSignInEndpoint(path))) return 'pass';
  if (role === null) return isApi(pathname, path) ? 'unauthenticated' : 'sign-in';
  return mayOpen(role, path ?? '') ? 'pass' : 'forbidden';
}

/** True for what programs ask for; they get JSON, never a page. */
export function isApi(pathname: string, path = servedPath(pathname)): boolean {
  return (path ?? pathname).startsWith('/api/');
}
