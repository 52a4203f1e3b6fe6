/**
 * The policy of every page. Scripts and style elements need the nonce of their answer; style attributes are refused in
 * what the server sends. React's development build evaluates strings, the production build never does.
 */
function contentSecurityPolicy(nonce: string, development: boolean): string {
  return [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? ` 'unsafe-eval'` : ''}`,
    `style-src 'self' 'nonce-${nonce}'`,
    `style-src-attr 'none'`,
    `img-src 'self' data: blob:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `worker-src 'self' blob:`,
    `frame-src 'self'`,
    `frame-ancestors 'none'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
  ].join('; ');
}

/**
 * The policy of somebody's file: nothing in it runs, loads or speaks here. The middleware sets it, since what it has set
 * stands, whatever a route handler says.
 */
const filePolicy = "sandbox; default-src 'none'; frame-ancestors 'none'";

/** The policy of a mail that is shown in a frame of ours: its styles are its own, its links open beside. */
const mailPolicy =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";

/** The policy of the answer to a path: that of pages, of mails, or of files. */
export function policyOf(pathname: string, nonce: string, development: boolean): string {
  if (pathname.startsWith('/api/mails/')) return mailPolicy;
  return pathname.startsWith('/api/documents/') ? filePolicy : contentSecurityPolicy(nonce, development);
}
