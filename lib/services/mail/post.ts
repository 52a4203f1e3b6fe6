import 'server-only';
import { enqueue } from '@/db/jobs/enqueue';
import { mails } from '@/db/schema';
import type { Database } from '@/db/transaction';
import { newId } from '@/lib/domain/ids';
import type { MailParameters, MailTemplate } from '@/lib/domain/mail';

export type Recipient = { readonly address: string; readonly name: string; readonly language: 'pt' | 'en' };

type Post<T extends MailTemplate> = {
  readonly template: T;
  readonly to: Recipient;
  readonly parameters: MailParameters<T>;
  /** Whose change it tells of; both null for nobody's. */
  readonly partnerId: string | null;
  readonly issuerId: string | null;
};

/**
 * Promises a mail within the caller's transaction: it goes out if and only if that commits.
 * @returns its id
 */
export async function postMail<T extends MailTemplate>(db: Database, post: Post<T>): Promise<string> {
  const { template, to, parameters, partnerId, issuerId } = post;
  const id = newId();
  await db.insert(mails).values({
    id,
    partnerId,
    issuerId,
    template,
    language: to.language,
    toAddress: to.address,
    toName: to.name,
    parameters,
  });
  await enqueue(db, 'send_mail', { id }, `mail ${id}`);
  return id;
}
