import 'server-only';
import { Failure } from '@/lib/domain/errors';
import { env } from '@/lib/env';
import { checkAddress } from '@/lib/outbound/address';
import type { OutboundAllowance } from '@/lib/outbound/call-out';

type Typed = { readonly baseUrl: string; readonly oauthUrl: string | null; readonly timeStampUrl: string | null };

/**
 * Which addresses may be called on behalf of an authority: the hosts that the administrator typed for it and no other. The
 * sandbox, where this installation runs one, is the only address without TLS and on this machine.
 */
export function allowanceOf({ baseUrl, oauthUrl, timeStampUrl }: Typed): OutboundAllowance {
  const typed = [baseUrl, oauthUrl, timeStampUrl]
    .filter((each) => each !== null && each !== '')
    .map((each) => new URL(each ?? ''));
  const { SIGNSTASH_SANDBOX_URL } = env();
  const sandbox = SIGNSTASH_SANDBOX_URL ? new URL(SIGNSTASH_SANDBOX_URL).origin : null;
  return {
    hosts: typed.map(({ hostname }) => hostname),
    loopbackHttp: sandbox !== null && typed.every(({ origin }) => origin === sandbox),
  };
}

/** @throws Failure invalid for an address that would never be called, at its field */
export function refuseHostile(typed: Typed): void {
  const allow = allowanceOf(typed);
  const fields = (['baseUrl', 'oauthUrl', 'timeStampUrl'] as const).filter((field) => {
    const url = typed[field];
    return url !== null && url !== '' && checkAddress(url, allow) !== null;
  });
  if (fields.length === 0) return;
  throw new Failure('invalid', 'invalid', Object.fromEntries(fields.map((field) => [field, 'hostile'])));
}

/** Revocation services on this machine are called where this installation runs the sandbox, and nowhere else. */
export const revocationAllowance = (): OutboundAllowance =>
  env().SIGNSTASH_SANDBOX_URL === undefined ? {} : { loopbackHttp: true };
