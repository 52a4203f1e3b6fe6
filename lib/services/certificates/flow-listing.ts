import 'server-only';
import { and, eq } from 'drizzle-orm';
import { asMachine } from '@/db/client';
import { enqueue } from '@/db/jobs/enqueue';
import { certificates } from '@/db/schema';
import type { Candidate } from '@/db/schema/certificate-flows';
import { AuthorityError } from '@/lib/signing/authority-error';
import type { Credential } from '@/lib/signing/port';
import type { OpenAuthority } from '../authorities';
import { readChain } from './chain-facts';
import { stepFor } from './choose';
import { redirectUri } from './departure';
import { type Access, type Answer, sealed, unsealed } from './flow-secrets';
import { type Flow, settle } from './settle';

/** What is shown to choose from at most; an account with more is not an issuer's. */
const mostCandidates = 50;

/**
 * Redeems the code that a person brought from the authority's page and looks what credentials there are. Nothing is
 * granted yet: whatever goes wrong here, one begins again.
 */
export async function listCredentials(flow: Flow, { port }: OpenAuthority): Promise<void> {
  if (!flow.answer || !flow.verifier) return settle(flow, { step: 'refused', outcome: 'lost' });
  const { code } = unsealed<Extract<Answer, { code: string }>>('answer', flow, flow.answer);
  const verifier = unsealed<string>('verifier', flow, flow.verifier);
  try {
    const service = await port.exchange({ code, verifier, redirectUri: redirectUri() });
    const ids = (await port.credentials(service.token)).slice(0, mostCandidates);
    const found = await inTurn(ids, (id) => port.credential(service.token, id));
    const access: Access = {
      token: service.token,
      refreshToken: service.refreshToken,
      tokenExpiresAt: service.expiresAt,
      sad: null,
      sadExpiresAt: 0,
    };
    await offer(flow, sealed('access', flow, access), await candidatesOf(flow, found));
  } catch (error) {
    if (!(error instanceof AuthorityError)) throw error;
    await settle(flow, { step: 'refused', outcome: beginAgain(error) });
  }
}

const beginAgain = ({ outcome }: AuthorityError): string => {
  if (outcome.kind === 'refused') return outcome.refusal;
  return outcome.kind === 'unreachable' ? 'unreachable' : 'lost';
};

async function inTurn<T>(ids: readonly string[], of: (id: string) => Promise<T>): Promise<T[]> {
  const all: T[] = [];
  for (const id of ids) all.push(await of(id));
  return all;
}

async function candidatesOf(flow: Flow, found: readonly Credential[]): Promise<Candidate[]> {
  const enrolled = await asMachine('system', 'read', (db) =>
    db
      .select({ id: certificates.credentialId })
      .from(certificates)
      .where(and(eq(certificates.issuerId, flow.issuerId), eq(certificates.authorityId, flow.authorityId))),
  );
  return found.map((credential) => {
    const { id, authMode, pin, otp, chain } = credential;
    const { commonName, issuerName, serial, validTo } = readChain(chain);
    const isThere = enrolled.some((each) => each.id === id);
    const unfit = unfitOf(credential, flow.kind === 'enrol' && isThere);
    return { id, commonName, issuerName, serial, validTo: validTo.getTime(), unfit, authMode, pin, otp };
  });
}

function unfitOf({ scal, enabled, status }: Credential, enrolled: boolean): Candidate['unfit'] {
  if (enrolled) return 'enrolled';
  if (scal === '2') return 'scal';
  if (!enabled) return 'disabled';
  if (status === 'expired') return 'expired';
  return status === 'valid' ? null : 'revoked';
}

/** To enrol one chooses; to renew it must be the very same credential. */
async function offer(flow: Flow, access: Buffer, candidates: readonly Candidate[]): Promise<void> {
  const kept = { access, answer: null, verifier: null, stateHash: null } as const;
  if (flow.kind === 'enrol') {
    if (candidates.length === 0) return settle(flow, { step: 'refused', outcome: 'none' });
    return settle(flow, { ...kept, step: 'choice', candidates });
  }
  const renewed = await credentialOf(flow);
  const same = candidates.find(({ id }) => id === renewed);
  if (!same) return settle(flow, { step: 'refused', outcome: 'other_credential' });
  if (same.unfit) return settle(flow, { step: 'refused', outcome: `unfit_${same.unfit}` });
  const step = stepFor(same);
  const chosen = { ...kept, candidates: [same], credentialId: same.id };
  // At the authority's pages only the person can go on: it is sent there from the page of the flow.
  if (step === 'credential') return settle(flow, { ...chosen, step: 'choice' });
  await settle(flow, { ...chosen, step });
  if (step !== 'factors') await again(flow.id);
}

async function credentialOf({ certificateId }: Flow): Promise<string | undefined> {
  if (certificateId === null) return undefined;
  const [row] = await asMachine('system', 'read', (db) =>
    db.select({ id: certificates.credentialId }).from(certificates).where(eq(certificates.id, certificateId)),
  );
  return row?.id;
}

const again = (id: string): Promise<void> =>
  asMachine('system', 'write', (db) => enqueue(db, 'certificate_flow', { id }, `certificate_flow:${id}`));

/** Has the authority send a code, which is good for two minutes. */
export async function sendOtp(flow: Flow, { port }: OpenAuthority): Promise<void> {
  if (!flow.access || flow.credentialId === null) return settle(flow, { step: 'refused', outcome: 'lost' });
  const { token } = unsealed<Access>('access', flow, flow.access);
  const until = new Date(Date.now() + otpMs);
  try {
    await port.sendOtp(token, flow.credentialId);
    await settle(flow, { step: 'factors', otpUntil: until, outcome: null });
  } catch (error) {
    if (!(error instanceof AuthorityError)) throw error;
    const { outcome } = error;
    if (outcome.kind === 'refused' && outcome.refusal !== 'busy')
      return settle(flow, { step: 'refused', outcome: outcome.refusal });
    const sent = outcome.kind === 'not-confirmed';
    await settle(flow, { step: 'factors', otpUntil: sent ? until : null, outcome: sent ? 'otp_maybe' : 'otp_unsent' });
  }
}

const otpMs = 120_000;
