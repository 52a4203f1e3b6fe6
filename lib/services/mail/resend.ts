import 'server-only';
import { and, eq } from 'drizzle-orm';
import { enqueue } from '@/db/jobs/enqueue';
import { mails } from '@/db/schema';
import { inScope } from '@/db/scope';
import { conflict, notFound } from '@/lib/domain/errors';
import { command } from '../define';
import { mailAct } from './schemas';

/**
 * Sends a mail of the outbox again, as it is: a dead letter, or one that got lost on the way.
 * @throws Failure not_found, conflict (another version, or it is on its way already)
 */
export const resendMail = command({
  name: 'mails.resend',
  permission: 'mail.resend',
  input: mailAct,
  async run({ db, actor, input: { id, version }, audit }) {
    const [mail] = await db
      .select()
      .from(mails)
      .where(and(inScope(actor, mails), eq(mails.id, id)))
      .for('update');
    if (!mail) throw notFound();
    if (mail.version !== version || mail.state === 'waiting' || mail.state === 'sending') throw conflict();
    await db
      .update(mails)
      .set({ state: 'waiting', attempts: 0, lastError: null, version: version + 1 })
      .where(eq(mails.id, id));
    await enqueue(db, 'send_mail', { id }, `mail ${id}`);
    const { partnerId, issuerId, toAddress: email, template } = mail;
    return audit(
      { target: { type: 'mail', id }, partnerId, issuerId, before: null, after: { email, template } },
      { id },
    );
  },
});
