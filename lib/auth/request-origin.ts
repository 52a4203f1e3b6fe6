import 'server-only';
import { headers } from 'next/headers';
import { cache } from 'react';
import { validate } from 'uuid';
import type { RequestOrigin } from '@/lib/domain/actor';
import { newId } from '@/lib/domain/ids';
import { env } from '@/lib/env';
import { peerAddressHeader, requestIdHeader } from './request-headers';

/** Who stands at the door: where the request came from, and with which browser. */
export type Visitor = { readonly origin: RequestOrigin; readonly userAgent: string };

/** Where a request came from, by its headers. X-Forwarded-For counts only behind a trusted proxy. */
export function originOf(given: Headers): RequestOrigin {
  const id = given.get(requestIdHeader) ?? '';
  return { id: validate(id) ? id : newId(), address: addressOf(given) };
}

/** The nearest proxy appends what it saw, so the last entry is the one that nobody else wrote. */
function addressOf(given: Headers): string {
  const peer = given.get(peerAddressHeader) ?? 'unknown';
  if (env().TRUST_PROXY === 'off') return peer;
  const hops = (given.get('x-forwarded-for') ?? '').split(',').map((each) => each.trim());
  return (hops.at(-1) || peer).slice(0, 64);
}

/** The origin of the request at hand, the same however often it is asked for. */
export const requestOrigin = cache(async (): Promise<RequestOrigin> => originOf(await headers()));
