import { and, eq, inArray, sql } from 'drizzle-orm';
import { mails, mailTexts } from '@/db/schema';
import type { Database } from '@/db/transaction';

/**
 * Takes a mail that is to go out, and counts the try. One that is being sent already was cut off: only one worker has a
 * job at a time. Null when there is nothing to send any more.
 */
export async function takeMail(db: Database, id: string) {
  const [mail] = await db
    .update(mails)
    .set({ state: 'sending', attempts: sql`${mails.attempts} + 1` })
    .where(and(eq(mails.id, id), inArray(mails.state, ['waiting', 'failed', 'sending'])))
    .returning();
  if (!mail) return null;
  const [ownText] = await db
    .select({ subject: mailTexts.subject, body: mailTexts.body, button: mailTexts.button })
    .from(mailTexts)
    .where(and(eq(mailTexts.template, mail.template), eq(mailTexts.language, mail.language)));
  return { ...mail, ownText: ownText ?? null };
}

export type Outgoing = NonNullable<Awaited<ReturnType<typeof takeMail>>>;

/** Notes how a try ended. */
export async function settleMail(
  db: Database,
  id: string,
  state: 'sent' | 'kept' | 'failed' | 'dead',
  error: string | null,
): Promise<void> {
  await db
    .update(mails)
    .set({ state, lastError: error, ...(state === 'sent' ? { sentAt: sql`now()` } : {}) })
    .where(and(eq(mails.id, id), eq(mails.state, 'sending')));
}
