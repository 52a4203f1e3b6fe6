import 'server-only';
import { and, eq, gt, lt, sql } from 'drizzle-orm';
import { asMachine } from '@/db/client';
import { certificateGrants, grantLeases } from '@/db/schema';
import { newId } from '@/lib/domain/ids';

/** A block is this many signatures at most, and this part of what is left. */
const mostAtOnce = 1000;
const partOfLeft = 0.01;
const leaseMs = 15 * 60_000;

type Block = { readonly id: string; readonly size: number; used: number; readonly until: number };
const blocks = new Map<string, Block>();
const waiting = new Map<string, Promise<unknown>>();

/**
 * Takes `count` signatures from a grant, for this process to make now. Blocks are taken from the grant in advance, so
 * that a signature costs no write to a row that all would wait for; what all blocks hold together never passes the limit
 * (performance.md). A block whose process died is given back once its quarter of an hour is over.
 * @returns whether they may be made; false: the grant is exhausted, replaced, revoked or over
 */
export async function takeSignatures(grantId: string, count: number): Promise<boolean> {
  // One after the other within a process: two must not both find the block too small.
  const before = waiting.get(grantId) ?? Promise.resolve();
  const mine = before.then(() => take(grantId, count));
  const settled = mine.catch(() => {});
  waiting.set(grantId, settled);
  try {
    return await mine;
  } finally {
    if (waiting.get(grantId) === settled) waiting.delete(grantId);
  }
}

async function take(grantId: string, count: number): Promise<boolean> {
  const held = blocks.get(grantId);
  if (held && held.until > Date.now() && held.used + count <= held.size) {
    held.used += count;
    return true;
  }
  if (held) await giveBack(grantId, held);
  const block = await borrow(grantId, count);
  if (!block) return false;
  blocks.set(grantId, block);
  return true;
}

/** As many as a block holds, or what is left; at least `count`. */
function borrow(grantId: string, count: number): Promise<Block | null> {
  return asMachine('system', 'write', async (db) => {
    const { id, partnerId, issuerId, taken, signatureLimit } = certificateGrants;
    const [grant] = await db
      .select({ partnerId, issuerId, taken, limit: signatureLimit })
      .from(certificateGrants)
      .where(
        and(
          eq(id, grantId),
          gt(certificateGrants.expiresAt, sql`now()`),
          sql`replaced_at is null and revoked_at is null`,
        ),
      )
      .for('update');
    if (!grant) return null;
    const left = grant.limit - grant.taken;
    if (left < count) return null;
    const usual = Math.max(1, Math.min(mostAtOnce, Math.floor(left * partOfLeft)));
    const size = Math.min(left, Math.max(count, usual));
    const until = Date.now() + leaseMs;
    const block = { id: newId(), size, used: count, until };
    const { partnerId: partner, issuerId: issuer } = grant;
    await db
      .update(certificateGrants)
      .set({ taken: grant.taken + size })
      .where(eq(id, grantId));
    await db.insert(grantLeases).values({
      id: block.id,
      partnerId: partner,
      issuerId: issuer,
      grantId,
      size,
      used: count,
      expiresAt: new Date(until),
    });
    return block;
  });
}

/** Ends a block: what it did not use is the grant's again. One that is over already was given back by the clock. */
function giveBack(grantId: string, { id, size, used }: Block): Promise<void> {
  blocks.delete(grantId);
  return asMachine('system', 'write', async (db) => {
    const ended = await db.delete(grantLeases).where(eq(grantLeases.id, id)).returning({ id: grantLeases.id });
    if (ended.length === 0 || used === size) return;
    const left = sql`${certificateGrants.taken} - ${size - used}`;
    await db.update(certificateGrants).set({ taken: left }).where(eq(certificateGrants.id, grantId));
  });
}

/** Gives back all blocks of this process, before it ends. */
export async function returnSignatures(): Promise<void> {
  for (const [grantId, block] of [...blocks]) await giveBack(grantId, block);
}

/**
 * Ends the blocks of processes that are gone. How much of one was used nobody knows: it counts as used, for a count that
 * is too high is kept, and one that is too low breaks the rule. @returns how many were ended
 */
export async function endLostLeases(): Promise<number> {
  const ended = await asMachine('system', 'write', (db) =>
    db
      .delete(grantLeases)
      .where(lt(grantLeases.expiresAt, sql`now() - interval '1 hour'`))
      .returning({ id: grantLeases.id }),
  );
  return ended.length;
}
