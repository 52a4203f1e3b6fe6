import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { enqueue } from '@/db/jobs/enqueue';
import { certificateFlows } from '@/db/schema';
import type { Candidate } from '@/db/schema/certificate-flows';
import type { Database } from '@/db/transaction';
import type { FlowStep } from '@/lib/domain/certificate';
import { conflict, Failure } from '@/lib/domain/errors';
import { command } from '../define';
import { departure, reachableAuthority } from './departure';
import { sealed } from './flow-secrets';
import { aboutFlow, heldFlow } from './held-flow';
import { choice, factors, flowChoice, type Onward } from './schemas';

/** What comes after a credential was chosen: a code is sent, factors are asked for, or the grant is fetched at once. */
export function stepFor({ authMode, pin, otp }: Candidate): FlowStep {
  if (authMode === 'oauth2code') return 'credential';
  if (authMode === 'implicit' || (!pin && otp === 'none')) return 'granting';
  return otp === 'online' ? 'otp' : 'factors';
}

/** Chooses the credential. @throws Failure not_found, conflict, invalid (not in the list, or not fit) */
export const chooseCredential = command({
  name: 'certificates.choose',
  permission: 'certificates.edit',
  input: choice,
  async run({ db, actor, input, audit }): Promise<Awaited<ReturnType<typeof audit<Onward>>>> {
    const flow = await heldFlow(db, actor, input.flow, ['choice']);
    const candidate = flow.candidates?.find(({ id }) => id === input.credential);
    if (!candidate || candidate.unfit) throw new Failure('invalid', 'invalid', { credential: 'choose' });
    const step = stepFor(candidate);
    const authority = await reachableAuthority(db, flow.authorityId);
    const away = step === 'credential' ? departure(actor, authority, flow, candidate) : null;
    await db
      .update(certificateFlows)
      .set({ step, credentialId: candidate.id, outcome: null, updatedAt: sql`now()`, ...away?.kept })
      .where(eq(certificateFlows.id, flow.id));
    if (step === 'otp' || step === 'granting') await goOn(db, flow.id);
    return audit(aboutFlow(flow), { id: flow.id, url: away?.url ?? null });
  },
});

/** Hands in PIN and code. @throws Failure not_found, conflict, invalid (one of them is missing) */
export const handInFactors = command({
  name: 'certificates.prove',
  permission: 'certificates.edit',
  input: factors,
  async run({ db, actor, input, audit }) {
    const flow = await heldFlow(db, actor, input.flow, ['factors']);
    const chosen = flow.candidates?.find(({ id }) => id === flow.credentialId);
    if (!chosen) throw conflict();
    const missing = {
      ...(chosen.pin && input.pin === '' ? { pin: 'required' } : {}),
      ...missingOtp(chosen, input.otp),
    };
    if (Object.keys(missing).length > 0) throw new Failure('invalid', 'invalid', missing);
    const answer = sealed('answer', flow, { pin: input.pin, otp: input.otp });
    await db
      .update(certificateFlows)
      .set({ step: 'granting', outcome: null, answer, updatedAt: sql`now()` })
      .where(eq(certificateFlows.id, flow.id));
    await goOn(db, flow.id);
    return audit(aboutFlow(flow), { id: flow.id });
  },
});

const missingOtp = ({ otp }: Candidate, given: string) =>
  otp !== 'none' && given === '' ? { otp: 'required' } : ({} as Record<string, string>);

/** Has a new code sent. @throws Failure not_found, conflict */
export const sendCode = command({
  name: 'certificates.send_code',
  permission: 'certificates.edit',
  input: flowChoice,
  async run({ db, actor, input, audit }) {
    const flow = await heldFlow(db, actor, input.flow, ['factors']);
    if (flow.candidates?.find(({ id }) => id === flow.credentialId)?.otp !== 'online') throw conflict();
    await db
      .update(certificateFlows)
      .set({ step: 'otp', outcome: null, updatedAt: sql`now()` })
      .where(eq(certificateFlows.id, flow.id));
    await goOn(db, flow.id);
    return audit(aboutFlow(flow), { id: flow.id });
  },
});

/** Gives an enrolment or renewal up before anything was granted. @throws Failure not_found, conflict */
export const cancelFlow = command({
  name: 'certificates.cancel',
  permission: 'certificates.edit',
  input: flowChoice,
  async run({ db, actor, input, audit }) {
    const flow = await heldFlow(db, actor, input.flow, ['consent', 'choice', 'factors', 'credential']);
    const empty = { stateHash: null, verifier: null, answer: null };
    await db
      .update(certificateFlows)
      .set({ step: 'cancelled', outcome: 'given_up', ...empty, updatedAt: sql`now()` })
      .where(eq(certificateFlows.id, flow.id));
    return audit(aboutFlow(flow), { id: flow.id });
  },
});

const goOn = (db: Database, id: string): Promise<void> =>
  enqueue(db, 'certificate_flow', { id }, `certificate_flow:${id}`);
