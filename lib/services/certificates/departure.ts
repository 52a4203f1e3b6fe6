import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { authorities } from '@/db/schema';
import type { Database } from '@/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import { Failure } from '@/lib/domain/errors';
import { installationUrl } from '@/lib/environment';
import { href, paths } from '@/lib/paths';
import { authorizeUrlOf } from '@/lib/signing/csc-v1/oauth';
import { roundTrip, sealed } from './flow-secrets';

/** How long a round trip may take. */
export const flowMs = 10 * 60_000;

/** Where every authority sends people back to: one address, fixed, from the installation and never from a request. */
export const redirectUri = (): string => new URL(href(paths.certificateReturn()), installationUrl()).href;

export type Reachable = Awaited<ReturnType<typeof reachableAuthority>>;

/**
 * An authority that enrols and renews, with the address of its pages.
 * @throws Failure invalid (suspended, absent, or never checked: then its pages are not known)
 */
export async function reachableAuthority(db: Database, id: string) {
  const { name, status, oauthUrl, info, baseUrl, clientId, accessSignatures } = authorities;
  const [row] = await db
    .select({ id: authorities.id, name, status, oauthUrl, info, baseUrl, clientId, signatures: accessSignatures })
    .from(authorities)
    .where(eq(authorities.id, id));
  if (!row) throw new Failure('invalid', 'invalid', { authority: 'choose' });
  if (row.status !== 'active') throw new Failure('invalid', 'invalid', { authority: 'suspended' });
  const pages = row.oauthUrl ?? row.info?.oauthUrl ?? null;
  if (pages === null) throw new Failure('invalid', 'invalid', { authority: 'unchecked' });
  return { ...row, pages };
}

/** A person's way to the authority's pages, and what the flow keeps of it until the return. */
export function departure(
  { language }: Actor,
  authority: Reachable,
  flow: { readonly id: string; readonly issuerId: string },
  credential?: { readonly id: string },
) {
  const { state, stateHash, verifier, challenge } = roundTrip();
  const url = authorizeUrlOf(authority.pages, authority.clientId, {
    redirectUri: redirectUri(),
    state,
    challenge,
    language,
    ...(credential ? { credential: { id: credential.id, signatures: authority.signatures } } : {}),
  });
  const kept = {
    stateHash,
    verifier: sealed('verifier', flow, verifier),
    expiresAt: new Date(Date.now() + flowMs),
    updatedAt: sql`now()`,
  };
  return { url, kept };
}
