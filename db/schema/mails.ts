import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { type MailState, type MailTemplate, mailStates } from '@/lib/domain/mail';
import { createdAt, id, instant, oneOf, version } from './columns';

/** The outbox: a mail is a row of the change that it tells of, and goes out after that has committed. */
export const mails = pgTable(
  'mails',
  {
    id: id(),
    /** Whose change it tells of, for policies. */
    partnerId: uuid('partner_id'),
    issuerId: uuid('issuer_id'),
    template: text('template').$type<MailTemplate>().notNull(),
    language: text('language').$type<'pt' | 'en'>().notNull(),
    toAddress: text('to_address').notNull(),
    toName: text('to_name').notNull(),
    parameters: jsonb('parameters').$type<Readonly<Record<string, string>>>().notNull(),
    state: text('state').$type<MailState>().notNull().default('waiting'),
    attempts: integer('attempts').notNull().default(0),
    lastError: text('last_error'),
    sentAt: instant('sent_at'),
    version: version(),
    createdAt: createdAt(),
  },
  (t) => [
    index('mails_address').on(sql`lower(${t.toAddress})`, t.id),
    index('mails_open').on(t.createdAt).where(sql`state <> 'sent'`),
    check('mails_state', oneOf('state', mailStates)),
    check('mails_language', oneOf('language', ['pt', 'en'])),
  ],
);

/** Texts that an administrator put in place of the product's own (lib/mail/texts). */
export const mailTexts = pgTable(
  'mail_texts',
  {
    template: text('template').$type<MailTemplate>().notNull(),
    language: text('language').$type<'pt' | 'en'>().notNull(),
    subject: text('subject').notNull(),
    /** Paragraphs, an empty line between them; `{{link}}` alone is the button. */
    body: text('body').notNull(),
    button: text('button').notNull().default(''),
  },
  (t) => [
    primaryKey({ name: 'mail_texts_pk', columns: [t.template, t.language] }),
    check('mail_texts_language', oneOf('language', ['pt', 'en'])),
  ],
);
