import 'server-only';
import { randomBytes } from 'node:crypto';
import { type AuditEntry, appendAudit } from '@/db/audit';
import { asMachine } from '@/db/client';
import { findServiceByAlias, findServiceByToken, type KnownService, storeToken } from '@/db/gate/tokens';
import { boundedQueue, QueueFull } from '@/lib/bounded-queue';
import type { RequestOrigin } from '@/lib/domain/actor';
import { newId } from '@/lib/domain/ids';
import { MachineFailure } from '@/lib/domain/machine-failure';
import type { ServiceCaller } from '@/lib/domain/service-caller';
import { reachable } from '@/lib/services/authorise';
import { verifyPassword } from '@/lib/services/credentials/password-hash';
import { leftOut } from '@/lib/services/refusals';
import type { ClientCredentials } from './basic';
import { countToken, countTokenFailure, waitBeforeToken } from './token-limiter';

/** A day less one second (product.md section 5). */
const tokenSeconds = 86_399;

/** Four hashes of 19 MiB at once beside those of sign-in; who waits longer comes again. */
const door = boundedQueue({ running: 4, waiting: 200, longestWaitMs: 5_000 });

/** RFC 6749, 5.1. */
export type IssuedToken = { access_token: string; token_type: 'Bearer'; expires_in: number };

/**
 * The client service of alias and secret. An unknown alias and a wrong secret are the same, in words and in time.
 * @throws MachineFailure 1.1.0 unknown, 1.1.1 service inactive, 1.2.0 issuer, 1.3.0 partner inactive; 429 too many tries
 */
export async function authenticateService(given: ClientCredentials, origin: RequestOrigin): Promise<KnownService> {
  try {
    return await reachable(door(() => attempt(given, origin)));
  } catch (error) {
    if (error instanceof QueueFull) throw limited(5_000);
    throw error;
  }
}

async function attempt({ alias, secret }: ClientCredentials, origin: RequestOrigin): Promise<KnownService> {
  const given = { alias, address: origin.address };
  const wait = await waitBeforeToken(given);
  if (wait > 0) throw limited(wait);
  const found = await asMachine('gate', 'read', (db) => findServiceByAlias(db, alias));
  const right = await isSecret(found?.secretHashes ?? [], secret);
  if (!found || !right) {
    await Promise.all([countTokenFailure(given), recordRefusal(found, origin)]);
    throw new MachineFailure('1.1.0', 'The client service is unknown, or its secret is wrong.');
  }
  checkActive(found);
  return found;
}

/** While a secret is being rotated two are right. Where there is none, the same work is done against a decoy. */
async function isSecret(hashes: readonly string[], secret: string): Promise<boolean> {
  if (hashes.length === 0) return verifyPassword(null, secret);
  for (const hash of hashes) if (await verifyPassword(hash, secret)) return true;
  return false;
}

/** @throws MachineFailure of the first of service, issuer and partner that is not active */
function checkActive({ status, issuerStatus, partnerStatus }: KnownService): void {
  if (status !== 'active') throw new MachineFailure('1.1.1', 'The client service is not active.');
  if (issuerStatus !== 'active') throw new MachineFailure('1.2.0', 'The issuer is not active.');
  if (partnerStatus !== 'active') throw new MachineFailure('1.3.0', 'The partner is not active.');
}

const limited = (ms: number): MachineFailure =>
  new MachineFailure('0.0.1', 'Too many requests; try again later.', [], 429, Math.ceil(ms / 1_000));

/** Issues a token to an authenticated client service, on the record. Of the token only the hash is kept. */
export async function issueToken(service: KnownService, origin: RequestOrigin): Promise<IssuedToken> {
  const wait = await reachable(countToken(service.serviceId));
  if (wait > 0) throw limited(wait);
  const token = randomBytes(32).toString('base64url');
  const id = newId();
  await reachable(
    asMachine('gate', 'write', async (db) => {
      await storeToken(db, service, { id, token, seconds: tokenSeconds, address: origin.address });
      await appendAudit(db, entryAbout(service, 'token.issued', id, origin));
    }),
  );
  return { access_token: token, token_type: 'Bearer', expires_in: tokenSeconds };
}

/**
 * The client service behind a bearer token. A service that was stopped since is stopped here too.
 * @throws MachineFailure 0.0.10 no token, expired or invalid; 1.1.1, 1.2.0, 1.3.0 inactive
 */
export async function callerOfToken(token: string | null, request: RequestOrigin): Promise<ServiceCaller> {
  const found =
    token === null ? null : await reachable(asMachine('gate', 'read', (db) => findServiceByToken(db, token)));
  if (!found) throw new MachineFailure('0.0.10', 'The token is missing, expired or invalid.');
  checkActive(found);
  const { serviceId, alias, issuerId, partnerId } = found;
  return { serviceId, alias, issuerId, partnerId, request };
}

/** At most 60 a minute from one address; of an unknown alias in the system's chain, without what was typed. */
async function recordRefusal(service: KnownService | null, origin: RequestOrigin): Promise<void> {
  const left = leftOut(`token ${origin.address}`, Date.now());
  if (left === null) return;
  const entry = entryAbout(service, 'token.refused', service ? 'none' : 'unknown service', origin);
  await asMachine('gate', 'write', (db) => appendAudit(db, { ...entry, after: left > 0 ? { leftOut: left } : null }));
}

function entryAbout(
  service: KnownService | null,
  action: 'token.issued' | 'token.refused',
  target: string,
  origin: RequestOrigin,
): AuditEntry {
  return {
    at: new Date(),
    actor: { kind: 'machine', id: service?.serviceId ?? 'gate', role: service ? 'client_service' : 'gate' },
    action,
    target: { type: 'token', id: target },
    partnerId: service?.partnerId ?? null,
    issuerId: service?.issuerId ?? null,
    before: null,
    after: null,
    address: origin.address,
    requestId: origin.id,
  };
}
