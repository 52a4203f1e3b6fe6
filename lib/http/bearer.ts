import { createHash, timingSafeEqual } from 'node:crypto';

const digest = (value: string): Buffer => createHash('sha256').update(value).digest();

/** The token of `Authorization: Bearer <token>`, or null. */
export function bearerOf(headers: Headers): string | null {
  const [, token] = /^Bearer +(\S+)$/i.exec(headers.get('authorization') ?? '') ?? [];
  return token ?? null;
}

/**
 * True when the request carries `Authorization: Bearer <secret>`. Compared by digest in constant time, so that neither
 * content nor length can be guessed by the clock. Without a secret in the environment nobody is let in.
 */
export function hasBearer(request: Request, secret: string | undefined): boolean {
  const token = bearerOf(request.headers);
  const same = timingSafeEqual(digest(token ?? ''), digest(secret ?? ''));
  return same && secret !== undefined && token !== null;
}
