import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { mails, mailTexts } from '@/db/schema';
import { inScope } from '@/db/scope';
import { notFound } from '@/lib/domain/errors';
import { env } from '@/lib/env';
import { query } from '../define';
import { messageOf } from './message';
import type { MailDetail } from './schemas';

/**
 * One mail of the outbox with what its reader sees. Its link is masked: whoever reads it here could go in by it. Only the
 * demonstration without a mail server writes it out, since it is read nowhere else.
 * @throws Failure not_found
 */
export const getMail = query({
  name: 'mails.get',
  permission: 'mail.view',
  input: z.strictObject({ id: z.string() }),
  run: async ({ db, actor, input: { id } }): Promise<MailDetail> => {
    if (!z.uuid().safeParse(id).success) throw notFound();
    const [mail] = await db
      .select({
        id: mails.id,
        address: mails.toAddress,
        name: mails.toName,
        language: mails.language,
        template: mails.template,
        parameters: mails.parameters,
        state: mails.state,
        attempts: mails.attempts,
        error: mails.lastError,
        createdAt: sql<number>`(extract(epoch from ${mails.createdAt}) * 1000)::float8`,
        sentAt: sql<number | null>`(extract(epoch from ${mails.sentAt}) * 1000)::float8`,
        version: mails.version,
        ownSubject: mailTexts.subject,
        ownBody: mailTexts.body,
        ownButton: mailTexts.button,
      })
      .from(mails)
      .leftJoin(mailTexts, and(eq(mailTexts.template, mails.template), eq(mailTexts.language, mails.language)))
      .where(and(inScope(actor, mails), eq(mails.id, id)));
    if (!mail) throw notFound();
    const { ownSubject, ownBody, ownButton, parameters, ...shown } = mail;
    const linked = env().SIGNSTASH_DEMO === 'on' && mail.state === 'kept';
    const kept = ownSubject === null ? null : { subject: ownSubject, body: ownBody ?? '', button: ownButton ?? '' };
    return { ...shown, linked, ...messageOf({ ...mail, parameters }, kept, ...(linked ? [] : [masked])) };
  },
});

const masked = (): string => '••••••••';
