import type { MailTemplate } from '@/lib/domain/mail';
import type { Language } from '@/lib/i18n/language';
import en from './texts/en.json';
import pt from './texts/pt.json';

/** Subject and paragraphs of a mail; `button` is the label of its link. */
export type MailText = { readonly subject: string; readonly body: readonly string[]; readonly button: string };

const catalogues: Record<Language, typeof en> = { pt, en };

/** The product's own text of a mail, which an administrator may replace (table mail_texts). */
export function ownText(template: MailTemplate, language: Language): MailText {
  return { button: '', ...catalogues[language][template] };
}

/** A text as the table keeps it: paragraphs with an empty line between them. */
export function keptText(row: { readonly subject: string; readonly body: string; readonly button: string }): MailText {
  return { subject: row.subject, body: row.body.split(/\n\s*\n/), button: row.button };
}

/** What stands around every mail, and the sentences that a parameter stands for. */
export function frameWords(language: Language) {
  const { frame, change } = catalogues[language];
  return { ...frame, change };
}
