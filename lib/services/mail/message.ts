import 'server-only';
import { type LinkKind, linkKinds } from '@/lib/domain/link';
import type { MailTemplate } from '@/lib/domain/mail';
import { env } from '@/lib/env';
import { compose, type Message } from '@/lib/mail/compose';
import { keptText, ownText } from '@/lib/mail/texts';
import { linkAddress } from '../links';

type Mail = {
  readonly template: MailTemplate;
  readonly language: 'pt' | 'en';
  readonly parameters: Readonly<Record<string, string>>;
};
type Kept = { readonly subject: string; readonly body: string; readonly button: string };

/**
 * A mail of the outbox as it goes out.
 * @param kept the text that an administrator put in place of the product's own
 * @param addressOf how its link is written; the real one by default
 */
export function messageOf(mail: Mail, kept: Kept | null, addressOf = addressBy(mail.template)): Message {
  const { template, language, parameters } = mail;
  const text = kept ? keptText(kept) : ownText(template, language);
  return compose({ template, language, timeZone: env().SIGNSTASH_TIME_ZONE, text, parameters, addressOf });
}

/** Mails with a link are named after its kind. */
function addressBy(template: MailTemplate): (id: string) => string {
  const kind: LinkKind = linkKinds.find((each) => each === template) ?? 'activation';
  return (id) => linkAddress(kind, id);
}
