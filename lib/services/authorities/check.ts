import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { asMachine } from '@/db/client';
import { enqueue } from '@/db/jobs/enqueue';
import { authorities } from '@/db/schema';
import type { CheckOutcome } from '@/lib/domain/certificate';
import { notFound } from '@/lib/domain/errors';
import { AuthorityError } from '@/lib/signing/authority-error';
import { command } from '../define';
import { openAuthority } from './open';
import { authorityCheck } from './schemas';

/** Asks an authority what it is, in the background: its answer is kept and shown. @throws Failure not_found */
export const checkAuthority = command({
  name: 'authorities.check',
  permission: 'authorities.edit',
  input: authorityCheck,
  async run({ db, input: { id }, audit }) {
    const [row] = await db
      .update(authorities)
      .set({ checkAskedAt: sql`now()` })
      .where(eq(authorities.id, id))
      .returning({ name: authorities.name });
    if (!row) throw notFound();
    await enqueue(db, 'check_authority', { id }, `check_authority:${id}`);
    const target = { type: 'authority', id };
    return audit({ target, partnerId: null, issuerId: null, before: null, after: row }, { id });
  },
});

/** The job of `checkAuthority`: one call of `info`, and how it ended. */
export async function runCheck(id: string): Promise<void> {
  const opened = await openAuthority(id);
  if (!opened) return;
  const begun = performance.now();
  const ended = await opened.port.info().then(
    (info) => ({ outcome: 'answered' as CheckOutcome, info }),
    (error: unknown) => ({ outcome: outcomeOf(error), info: null }),
  );
  const checkMs = Math.round(performance.now() - begun);
  await asMachine('system', 'write', (db) =>
    db
      .update(authorities)
      .set({
        checkedAt: sql`now()`,
        checkOutcome: ended.outcome,
        checkMs,
        ...(ended.info ? { info: ended.info, infoAt: sql`now()` } : {}),
      })
      .where(eq(authorities.id, id)),
  );
}

function outcomeOf(error: unknown): CheckOutcome {
  if (!(error instanceof AuthorityError)) throw error;
  const { kind } = error.outcome;
  if (kind === 'not-confirmed') return 'unreadable';
  return kind;
}
