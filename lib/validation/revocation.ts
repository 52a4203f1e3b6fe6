import type { OutboundAllowance } from '@/lib/outbound/call-out';
import type { ParsedCertificate } from './certificate';
import { type Evidence, evidenceOn, type RevocationData } from './evidence';
import { fetchRevocation } from './fetch-revocation';

/** Where what is known of revocation comes from: what the document carries, and who may be asked. */
export type RevocationSources = {
  readonly carried: RevocationData;
  /** null: nobody is asked. */
  readonly ask: OutboundAllowance | null;
  /** Milliseconds since 1970. */
  readonly now: number;
};

/** `carried`: what the document carries was enough. null: nobody knows. */
export type Revocation = (Pick<Evidence, 'state' | 'revokedAt'> & { readonly carried: boolean }) | null;

/** Clocks of two machines differ. */
const skewMs = 300_000;

/**
 * Whether a certificate was good at a time: by what the document carries, and where that is not enough by its authority.
 * @param at the time from which on somebody attests that the signature was there; milliseconds since 1970
 */
export async function revocationOf(
  certificate: ParsedCertificate,
  issuer: ParsedCertificate,
  at: number,
  { carried, ask, now }: RevocationSources,
): Promise<Revocation> {
  const own = latest(evidenceOn(certificate, issuer, carried), at, now);
  if (own) return { ...own, carried: true };
  if (!ask) return null;
  for await (const data of fetchRevocation(certificate, issuer, ask)) {
    const fetched = latest(evidenceOn(certificate, issuer, data), at, now);
    if (fetched) return { ...fetched, carried: false };
  }
  return null;
}

/** The newest word that covers the time: not of the future, and not over before it. */
function latest(all: readonly Evidence[], at: number, now: number): Evidence | null {
  const covering = all.filter(
    ({ thisUpdate, nextUpdate }) => thisUpdate <= now + skewMs && (nextUpdate ?? thisUpdate) >= at - skewMs,
  );
  return covering.sort((a, b) => b.thisUpdate - a.thisUpdate)[0] ?? null;
}
