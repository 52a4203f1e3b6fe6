import { encode } from 'html-entities';
import { type MailParameterKind, type MailTemplate, mailTemplates, secondFactorChanges } from '@/lib/domain/mail';
import { formatter } from '@/lib/format/formatter';
import type { Language } from '@/lib/i18n/language';
import { translator } from '@/lib/i18n/translator';
import { framed } from './frame';
import type { MailText } from './texts';
import { frameWords } from './texts';

export type Message = { readonly subject: string; readonly html: string; readonly text: string };

type Given = {
  readonly template: MailTemplate;
  readonly language: Language;
  /** Of the installation: the zone of the instants in the mail. */
  readonly timeZone: string;
  readonly text: MailText;
  /** By name, as the outbox keeps them. */
  readonly parameters: Readonly<Record<string, string>>;
  /** The address of a link, from its id. */
  readonly addressOf: (linkId: string) => string;
};

/** Where a parameter stands in a text: `{{name}}`. No logic, and what is not a parameter stays as it is written. */
const placeholder = /\{\{(\w+)\}\}/g;
/** What a header may not hold, and what would turn the direction of what follows. */
const unwritable = /[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu;

/**
 * A mail, whole: subject of one line, HTML, and the same as plain text. A paragraph that names a parameter which is empty
 * is left out; the paragraph `{{link}}` becomes the button.
 */
export function compose({ template, language, timeZone, text, parameters, addressOf }: Given): Message {
  const written = writer({ template, language, timeZone, parameters, addressOf });
  const line = (source: string): string => source.replaceAll(placeholder, (whole, name) => written(name) ?? whole);
  const paragraphs = text.body.filter((source) => names(source).every((name) => written(name) !== ''));
  const subject = line(text.subject).replaceAll(unwritable, ' ').replaceAll(/\s+/g, ' ').trim();
  const link = written('link') ?? '';
  const isButton = (source: string): boolean => source.trim() === '{{link}}';
  const words = frameWords(language);
  const escaped = (source: string): string =>
    source
      .split(placeholder)
      .map((part, index) => (index % 2 === 0 ? encode(part) : `<bdi>${encode(written(part) ?? `{{${part}}}`)}</bdi>`))
      .join('');
  return {
    subject,
    html: framed({
      language,
      subject,
      blocks: paragraphs.map((source) =>
        isButton(source) ? { link, label: text.button, plain: words.plainLink } : { html: escaped(source) },
      ),
      foot: words.sentBy,
    }),
    text: [
      ...paragraphs.map((source) => (isButton(source) ? `${text.button}:\n${link}` : line(source))),
      `--\n${words.sentBy}`,
    ].join('\n\n'),
  };
}

const names = (source: string): string[] => [...source.matchAll(placeholder)].map(([, name]) => name ?? '');

/** Writes a parameter by its kind; undefined for what the template does not name. */
function writer({ template, language, timeZone, parameters, addressOf }: Omit<Given, 'text'>) {
  const kinds: Readonly<Record<string, MailParameterKind>> = mailTemplates[template];
  const format = formatter(language, timeZone);
  const status = translator(language, 'vocabulary');
  return (name: string): string | undefined => {
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
    const value = parameters[name] ?? '';
    if (kind === undefined || value === '') return kind && '';
    switch (kind) {
      case 'text':
        return value.replaceAll(unwritable, ' ').trim();
      case 'day':
        return format.dayLong(value);
      case 'instant':
        return `${format.full(value)} ${format.zone(value)}`;
      case 'status':
        return status.has(`status.${value}` as 'status.active') ? status(`status.${value}` as 'status.active') : value;
      case 'change':
        return frameWords(language).change[secondFactorChanges.find((each) => each === value) ?? 'enrolled'];
      case 'link':
        return addressOf(value);
    }
  };
}
