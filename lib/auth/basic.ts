export type ClientCredentials = { readonly alias: string; readonly secret: string };

/** Longest header that is worth decoding: alias and secret are at most 128 characters each. */
const longest = 1_024;

/**
 * Alias and secret of `Authorization: Basic …`, each form-encoded before they were joined (RFC 6749, 2.3.1); clients that
 * leave that out are understood too. Null when there is none.
 */
export function clientCredentialsOf(headers: Headers): ClientCredentials | null {
  const header = headers.get('authorization') ?? '';
  const [, encoded] = /^Basic +([A-Za-z0-9+/=]+)$/i.exec(header.length > longest ? '' : header) ?? [];
  if (encoded === undefined) return null;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon < 1) return null;
  // PostgreSQL takes no NUL: an alias with one is as unknown as with any other sign that no alias has.
  return { alias: decoded(text.slice(0, colon)).replaceAll('\0', '\uFFFD'), secret: decoded(text.slice(colon + 1)) };
}

function decoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
