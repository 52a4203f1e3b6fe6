import 'server-only';
import { and, eq, getTableColumns } from 'drizzle-orm';
import { certificateFlows } from '@/db/schema';
import { inScope } from '@/db/scope';
import type { Database } from '@/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import type { FlowStep } from '@/lib/domain/certificate';
import { conflict, notFound } from '@/lib/domain/errors';

/** What a flow is to those who act in it: all but what is sealed. */
const { verifier: _, answer: __, access: ___, ...openColumns } = getTableColumns(certificateFlows);

/**
 * The flow that an act is about, held for it: the actor's own, at one of these steps, in time.
 * @throws Failure not_found (absent, foreign, somebody else's), conflict (it is elsewhere by now, or its time is over)
 */
export async function heldFlow(db: Database, actor: Actor, id: string, steps: readonly FlowStep[]) {
  const [flow] = await db
    .select(openColumns)
    .from(certificateFlows)
    .where(and(inScope(actor, certificateFlows), eq(certificateFlows.id, id)))
    .for('update');
  if (!flow || flow.operatorId !== actor.operatorId) throw notFound();
  if (!steps.includes(flow.step) || flow.expiresAt.getTime() <= Date.now()) throw conflict();
  return flow;
}

type Flow = Awaited<ReturnType<typeof heldFlow>>;

/** How an act in a flow stands in the log: the certificate that is renewed, or the enrolment itself; never a secret. */
export const aboutFlow = ({ id, partnerId, issuerId, certificateId, alias }: Flow) => ({
  target: { type: 'certificate', id: certificateId ?? id },
  partnerId,
  issuerId,
  before: null,
  after: alias === '' ? null : { alias },
});
