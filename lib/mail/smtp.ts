import { createTransport } from 'nodemailer';
import type { Message } from './compose';

export type Envelope = {
  readonly from: string;
  readonly to: { readonly name: string; readonly address: string };
  /** Without angle brackets; the same again when a mail is sent again, so that a reader's mailbox knows it. */
  readonly messageId: string;
};

/** A refusal that another try will not change: the server answered 5xx. */
export class MailRefused extends Error {}

/**
 * Hands one mail to the server that `url` names (smtp:// or smtps://, with user and password). STARTTLS is used where the
 * server offers it; `?requireTLS=true` insists. Files and addresses named in a mail are never read.
 * @throws MailRefused when the server refuses it for good
 * @throws Error when it could not be reached, or said to try later
 */
export async function sendBySmtp(url: string, { from, to, messageId }: Envelope, message: Message): Promise<void> {
  const transport = createTransport(url, { disableFileAccess: true, disableUrlAccess: true });
  try {
    await transport.sendMail({
      from: { name: 'Sign’Stash', address: from },
      to,
      messageId: `<${messageId}>`,
      ...message,
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    });
  } catch (error) {
    throw isFinal(error) ? new MailRefused(sentenceOf(error), { cause: error }) : error;
  } finally {
    transport.close();
  }
}

const isFinal = (error: unknown): boolean => {
  const code = typeof error === 'object' && error !== null && 'responseCode' in error ? Number(error.responseCode) : 0;
  return code >= 500 && code < 600;
};

const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
