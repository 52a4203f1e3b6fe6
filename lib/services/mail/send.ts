import 'server-only';
import { asMachine } from '@/db/client';
import { type Outgoing, settleMail, takeMail } from '@/db/jobs/mails';
import { env } from '@/lib/env';
import { installationUrl } from '@/lib/environment';
import { MailRefused, sendBySmtp } from '@/lib/mail/smtp';
import { messageOf } from './message';

/** Tries before a mail is given up; the queue waits longer each time, together about three and a half hours. */
export const mostAttempts = 10;

/**
 * Sends a mail of the outbox, or keeps it to be read here where there is no mail server. What is sent again (its worker
 * died, the answer got lost) carries the same Message-ID.
 * @throws Error when it did not go out and should be tried again later
 */
export async function sendMail(id: string): Promise<void> {
  const mail = await asMachine('system', 'write', (db) => takeMail(db, id));
  if (!mail) return;
  const { SMTP_URL } = env();
  if (!SMTP_URL) return settle(id, 'kept', null);
  try {
    await sendBySmtp(SMTP_URL, envelopeOf(mail), messageOf(mail, mail.ownText));
  } catch (error) {
    const said = (error instanceof Error ? error.message : String(error)).slice(0, 500);
    const dead = error instanceof MailRefused || mail.attempts >= mostAttempts;
    await settle(id, dead ? 'dead' : 'failed', said);
    if (dead) return;
    throw error;
  }
  await settle(id, 'sent', null);
}

const settle = (id: string, state: 'kept' | 'sent' | 'failed' | 'dead', error: string | null): Promise<void> =>
  asMachine('system', 'write', (db) => settleMail(db, id, state, error));

function envelopeOf({ id, toAddress, toName }: Outgoing) {
  const { hostname } = installationUrl();
  const from = env().MAIL_FROM ?? `no-reply@${hostname === 'localhost' ? 'localhost.localdomain' : hostname}`;
  return { from, to: { name: toName, address: toAddress }, messageId: `${id}@${hostname}` };
}
