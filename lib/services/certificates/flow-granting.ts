import 'server-only';
import { AuthorityError } from '@/lib/signing/authority-error';
import type { CertificateAuthority, Credential, SignatureAccess } from '@/lib/signing/port';
import { signsWith } from '@/lib/signing/test-signature';
import type { OpenAuthority } from '../authorities';
import { flowMs, redirectUri } from './departure';
import { type Access, type Answer, sealed, unsealed } from './flow-secrets';
import { keepGrant } from './keep-grant';
import { type Flow, settle } from './settle';

/** How long an answer that was lost is asked for again. */
const askedForMs = 24 * 3_600_000;

/** An answer that was lost: the queue asks again, later each time. */
class NotConfirmed extends Error {
  constructor(method: string) {
    super(`${method} is not confirmed; it is asked again`);
  }
}

/**
 * Fetches the grant and tries it by a signature over random bytes; only then it takes the place of the one before. What
 * is not confirmed is asked again under the same reference, and never called refused.
 * @throws Error when it should be asked again later
 */
export async function fetchGrant(flow: Flow, authority: OpenAuthority): Promise<void> {
  const { port } = authority;
  if (!flow.access || flow.credentialId === null) return settle(flow, { step: 'refused', outcome: 'lost' });
  try {
    const access = await freshAccess(flow, port, unsealed<Access>('access', flow, flow.access));
    const credential = await port.credential(access.token, flow.credentialId);
    const { sad, expiresAt } = await grantOf(flow, authority, credential, access);
    const granted: Access = { ...access, sad, sadExpiresAt: expiresAt };
    if (access.sad === null) await keepAccess(flow, granted);
    const good = await signsWith(port, { token: access.token, sad, credential });
    if (!good) return await settle(flow, { step: 'refused', outcome: 'test_signature' });
    await keepGrant(flow, authority, credential, granted);
  } catch (error) {
    if (!(error instanceof AuthorityError)) throw error;
    await notGranted(flow, error);
  }
}

/** The tokens of the service, renewed where an hour of asking again has outlived them. */
async function freshAccess(flow: Flow, port: CertificateAuthority, access: Access): Promise<Access> {
  if (access.refreshToken === null || access.tokenExpiresAt > Date.now() + marginMs) return access;
  const { token, refreshToken, expiresAt } = await port.refresh(access.refreshToken);
  const fresh = { ...access, token, refreshToken: refreshToken ?? access.refreshToken, tokenExpiresAt: expiresAt };
  await settle(flow, { step: flow.step, access: sealed('access', flow, fresh) });
  return fresh;
}

const marginMs = 30_000;

/** The grant that is there already, or one more, by the factors or the code that the person brought. */
async function grantOf(
  flow: Flow,
  { port, rule }: OpenAuthority,
  { id, authMode }: Credential,
  { token, sad, sadExpiresAt }: Access,
): Promise<SignatureAccess> {
  if (sad !== null) return { sad, expiresAt: sadExpiresAt };
  const answer = flow.answer ? unsealed<Answer>('answer', flow, flow.answer) : { pin: '', otp: '' };
  if ('code' in answer) {
    const verifier = flow.verifier ? unsealed<string>('verifier', flow, flow.verifier) : '';
    const { token: granted, expiresAt } = await port.exchange({ ...answer, verifier, redirectUri: redirectUri() });
    return { sad: granted, expiresAt };
  }
  if (authMode === 'oauth2code') throw new AuthorityError({ kind: 'refused', refusal: 'code' }, 'oauth2/token');
  return port.authorize(token, { id, signatures: rule.signatures, ...answer, reference: flow.id });
}

/** What was granted, before it is tried: should this process die, it is not asked for twice. */
const keepAccess = (flow: Flow, granted: Access): Promise<void> =>
  settle(flow, { step: flow.step, access: sealed('access', flow, granted), answer: null, verifier: null });

const inTime = (): Date => new Date(Date.now() + flowMs);

/** Refusals of what the person typed: it types again. */
const typedAgain = ['pin', 'otp', 'otp-expired'];

async function notGranted(flow: Flow, { outcome, method }: AuthorityError): Promise<void> {
  const asked = flow.step === 'unconfirmed';
  if (outcome.kind === 'refused' && outcome.refusal !== 'busy') {
    if (typedAgain.includes(outcome.refusal) && isByFactors(flow))
      return settle(flow, { step: 'factors', outcome: outcome.refusal, answer: null, expiresAt: inTime() });
    return settle(flow, { step: 'refused', outcome: asked && outcome.refusal === 'code' ? 'lost' : outcome.refusal });
  }
  const nothingHappened = outcome.kind !== 'not-confirmed' && !asked && method !== 'signatures/signHash';
  if (nothingHappened && isByFactors(flow))
    return settle(flow, { step: 'factors', outcome: 'unreachable', answer: null, expiresAt: inTime() });
  if (Date.now() - flow.createdAt.getTime() > askedForMs)
    return settle(flow, { step: 'expired', outcome: 'never_confirmed' });
  await settle(flow, { step: 'unconfirmed', outcome: 'not_confirmed', attempts: flow.attempts + 1, claimedAt: null });
  throw new NotConfirmed(method);
}

/** Whether the person can simply hand in PIN and code once more. */
function isByFactors({ candidates, credentialId }: Flow): boolean {
  const chosen = candidates?.find(({ id }) => id === credentialId);
  return chosen !== undefined && chosen.authMode === 'explicit' && (chosen.pin || chosen.otp !== 'none');
}
