import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { enqueue } from '@/db/jobs/enqueue';
import { certificateFlows } from '@/db/schema';
import { inScope } from '@/db/scope';
import type { Database } from '@/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import { notFound } from '@/lib/domain/errors';
import { command, query } from '../define';
import { hashOfState, sealed } from './flow-secrets';
import { aboutFlow, heldFlow } from './held-flow';
import { returned } from './schemas';

/** The flow that a return belongs to: the same person in the same session (RFC 6749, 10.12). */
async function flowOfState(db: Database, actor: Actor, state: string) {
  const { id, operatorId, sessionId, step, stateHash } = certificateFlows;
  const [flow] = await db
    .select({ id, operatorId, sessionId, step })
    .from(certificateFlows)
    .where(and(inScope(actor, certificateFlows), eq(stateHash, hashOfState(state))));
  return flow?.operatorId === actor.operatorId && flow.sessionId === actor.sessionId ? flow : undefined;
}

/**
 * Whether a return from an authority's page still leads somewhere: to the next act, or to the page of what became of it.
 * @throws Failure not_found for a state that is nobody's, foreign, or of another session
 */
export const flowReturn = query({
  name: 'certificates.flow_return',
  permission: 'certificates.edit',
  input: z.strictObject({ state: z.string().max(200) }),
  run: async ({ db, actor, input: { state } }) => {
    const flow = await flowOfState(db, actor, state);
    if (!flow) throw notFound();
    return { id: flow.id, waits: flow.step === 'consent' || flow.step === 'credential' };
  },
});

/**
 * Takes what an authority's page sent back: a code for the jobs to redeem, or a no.
 * @throws Failure not_found, conflict (it was taken already, or its ten minutes are over)
 */
export const resumeFlow = command({
  name: 'certificates.resume',
  permission: 'certificates.edit',
  input: returned,
  async run({ db, actor, input: { state, code, error }, audit }) {
    const found = await flowOfState(db, actor, state);
    if (!found) throw notFound();
    const flow = await heldFlow(db, actor, found.id, ['consent', 'credential']);
    const set = nextOf(flow, code, error);
    await db
      .update(certificateFlows)
      .set({ ...set, updatedAt: sql`now()` })
      .where(eq(certificateFlows.id, flow.id));
    if (set.answer) await enqueue(db, 'certificate_flow', { id: flow.id }, `certificate_flow:${flow.id}`);
    return audit(aboutFlow(flow), { id: flow.id });
  },
});

function nextOf(flow: Awaited<ReturnType<typeof heldFlow>>, code: string, error: string) {
  if (code === '') {
    const cancelled = error === 'access_denied';
    return {
      step: cancelled ? ('cancelled' as const) : ('refused' as const),
      outcome: cancelled ? 'cancelled' : 'other',
      answer: null,
      verifier: null,
    };
  }
  const step = flow.step === 'consent' ? ('listing' as const) : ('granting' as const);
  return { step, outcome: null, answer: sealed('answer', flow, { code }) };
}
