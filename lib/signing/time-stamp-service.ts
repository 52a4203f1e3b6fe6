import { randomBytes } from 'node:crypto';
import type { Digest } from '@/lib/domain/signature';
import { callOut, type OutboundAllowance, OutboundError } from '@/lib/outbound/call-out';
import { AuthorityError, refused } from './authority-error';
import { readToken, timeStampRequest, tokenIn } from './cms/time-stamp';

const method = 'timestamp';

/**
 * A time stamp over a hash by RFC 3161 over HTTP (3.4). Asked once more when the answer was lost: a second token does no
 * harm. A token over another hash is none.
 * @returns the token, DER
 * @throws AuthorityError
 */
export async function timeStampOf(
  url: string,
  asked: { hash: Uint8Array; digest: Digest },
  allow: OutboundAllowance,
): Promise<Uint8Array> {
  const request = timeStampRequest({ ...asked, nonce: randomBytes(8) });
  const answer = await posted(url, request, allow)
    .catch((cause: unknown) => {
      if (cause instanceof OutboundError && cause.sent) return posted(url, request, allow);
      throw cause;
    })
    .catch((cause: unknown) => {
      const sent = !(cause instanceof OutboundError) || cause.sent;
      throw new AuthorityError({ kind: sent ? 'not-confirmed' : 'unreachable' }, method, { cause });
    });
  if (answer.status >= 500) throw new AuthorityError({ kind: 'not-confirmed' }, method);
  if (answer.status !== 200) throw refused(method, 'other');
  const token = granted(answer.body);
  if (!token || !Buffer.from(readToken(token).hash).equals(asked.hash)) throw refused(method, 'other');
  return token;
}

const posted = (url: string, body: Uint8Array, allow: OutboundAllowance) =>
  callOut({
    url,
    method: 'POST',
    headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
    body,
    allow,
  });

/** null: it granted none, or what came is no answer of the protocol. */
function granted(body: Uint8Array): Uint8Array | null {
  try {
    return tokenIn(body);
  } catch {
    return null;
  }
}
