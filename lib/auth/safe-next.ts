import { paths } from '@/lib/paths';

const anywhere = 'http://local.invalid';

/** Control characters and backslashes: browsers drop or turn them, so that `/\evil` and `/<tab>/evil` leave the site. */
const deceptive = /[\p{Cc}\\]/u;

/**
 * A local address to go to after sign-in, or the home page. Only a path of ours passes, and what is returned is the
 * re-parsed path, never the text that was sent.
 */
export function safeNext(wanted: string | null | undefined): string {
  if (!wanted?.startsWith('/') || deceptive.test(wanted) || !URL.canParse(wanted, anywhere)) return paths.home();
  const url = new URL(wanted, anywhere);
  const decoded = decodedPath(url.pathname);
  const local = url.origin === anywhere && decoded !== null && !decoded.startsWith('//') && !deceptive.test(decoded);
  const page = local && !/^\/(api|_next|sign-in)(\/|$)/.test(decoded);
  return page ? `${url.pathname}${url.search}` : paths.home();
}

function decodedPath(path: string): string | null {
  try {
    return decodeURIComponent(decodeURIComponent(path));
  } catch {
    return null;
  }
}
