import 'server-only';
import { createHash, createHmac, hkdfSync } from 'node:crypto';
import { env } from '@/lib/env';

let key: Buffer | undefined;

/** A key of its own, so that nothing else that is sealed by AUTH_SECRET can be taken for a link. */
function linkKey(): Buffer {
  const { AUTH_SECRET } = env();
  if (!AUTH_SECRET) throw new Error('Environment variable AUTH_SECRET is missing; links cannot be made.');
  key ??= Buffer.from(hkdfSync('sha256', AUTH_SECRET, '', 'signstash links', 32));
  return key;
}

/**
 * The secret of a link, 256 bits in base64url, made from its id: the mail is written after the change has committed, and
 * nothing that is stored opens anything.
 */
export const tokenOfLink = (id: string): string => createHmac('sha256', linkKey()).update(id).digest('base64url');

/** What is stored of it. */
export const hashOfLink = (id: string): Buffer => createHash('sha256').update(tokenOfLink(id)).digest();
