import 'server-only';
import { and, eq, inArray, isNull, lt, or, sql } from 'drizzle-orm';
import { asMachine } from '@/db/client';
import { certificateFlows } from '@/db/schema';
import { type FlowStep, isFinal } from '@/lib/domain/certificate';

export type Flow = typeof certificateFlows.$inferSelect;
type Next = Partial<typeof certificateFlows.$inferInsert> & { readonly step: FlowStep };

/** What is emptied when a flow has come to its end. */
export const emptied = { stateHash: null, verifier: null, answer: null, access: null, claimedAt: null } as const;

/** Longer than any step takes; whoever claimed before that is gone. */
const claim = sql`now() - interval '2 minutes'`;

/** Another job is at it, or died at it a moment ago. */
class Claimed extends Error {
  constructor() {
    super('This flow is being asked for by another job.');
  }
}

/**
 * A flow at one of these steps, for one job at a time; null when it is elsewhere by now.
 * @throws Claimed while another job has it
 */
export async function claimFlow(id: string, steps: readonly FlowStep[]): Promise<Flow | null> {
  const { step, claimedAt } = certificateFlows;
  const isAt = and(eq(certificateFlows.id, id), inArray(step, [...steps]));
  return asMachine('system', 'write', async (db) => {
    const [flow] = await db.select().from(certificateFlows).where(isAt).for('update');
    if (!flow) return null;
    const [mine] = await db
      .update(certificateFlows)
      .set({ claimedAt: sql`now()` })
      .where(and(isAt, or(isNull(claimedAt), lt(claimedAt, claim))))
      .returning({ id: certificateFlows.id });
    if (!mine) throw new Claimed();
    return flow;
  });
}

/** Writes what became of a step, if the flow is still at it: somebody may have gone another way meanwhile. */
export async function settle(flow: Flow, next: Next): Promise<void> {
  const end = next.step === flow.step && next.claimedAt === undefined ? {} : { claimedAt: null };
  const set = { ...end, ...next, ...(isFinal(next.step) ? emptied : {}), updatedAt: sql`now()` };
  await asMachine('system', 'write', (db) =>
    db
      .update(certificateFlows)
      .set(set)
      .where(and(eq(certificateFlows.id, flow.id), eq(certificateFlows.step, flow.step))),
  );
}

/** Ends flows whose person never came back, with all that was secret in them. @returns how many */
export async function endForgottenFlows(): Promise<number> {
  const { step, expiresAt, id } = certificateFlows;
  const waiting = ['consent', 'choice', 'factors', 'credential'] as const;
  const ended = await asMachine('system', 'write', (db) =>
    db
      .update(certificateFlows)
      .set({ ...emptied, step: 'expired', outcome: 'forgotten', updatedAt: sql`now()` })
      .where(and(inArray(step, [...waiting]), lt(expiresAt, sql`now()`)))
      .returning({ id }),
  );
  return ended.length;
}
