import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mailTemplateNames, mailTemplates } from '@/lib/domain/mail';
import { compose } from './compose';
import { ownText } from './texts';

const base = { language: 'en', timeZone: 'Europe/Lisbon', addressOf: (id: string) => `https://x.test/${id}` } as const;
const activation = (name: string, company = 'Padaria Central') =>
  compose({
    ...base,
    template: 'activation',
    text: ownText('activation', 'en'),
    parameters: { name, company, link: 'L1' },
  });

describe('a mail', () => {
  it('names everything it is given, in both languages, and leaves no placeholder', () => {
    for (const template of mailTemplateNames) {
      const values: Record<string, string> = {
        day: '2026-11-26',
        instant: '2026-11-26T17:00:00Z',
        status: 'blocked',
        change: 'removed',
      };
      const parameters = Object.fromEntries(
        Object.entries(mailTemplates[template]).map(([name, kind]) => [name, values[kind] ?? `value-of-${name}`]),
      );
      for (const language of ['pt', 'en'] as const) {
        const { subject, text, html } = compose({
          ...base,
          language,
          template,
          text: ownText(template, language),
          parameters,
        });
        const whole = `${subject}\n${text}\n${html}`;
        expect(whole, template).not.toMatch(/\{\{|\}\}|undefined/);
        for (const [name, kind] of Object.entries(mailTemplates[template])) {
          if (kind === 'text') expect(`${subject}\n${text}`, `${template} ${name}`).toContain(`value-of-${name}`);
        }
      }
    }
  });

  it('carries its link as a button and as text', () => {
    const { html, text } = activation('Rita');
    expect(html).toContain('href="https://x.test/L1"');
    expect(text).toContain('Choose the password:\nhttps://x.test/L1');
  });

  it('leaves out the paragraph whose parameter is empty', () => {
    const of = (reason: string) =>
      compose({
        ...base,
        template: 'company_status',
        text: ownText('company_status', 'en'),
        parameters: { company: 'Padaria', status: 'suspended', reason },
      }).text;
    expect(of('unpaid')).toContain('Reason: unpaid');
    expect(of('')).not.toContain('Reason');
  });

  it('says days and instants as one reads them, with their zone', () => {
    const { text } = compose({
      ...base,
      template: 'password_changed',
      text: ownText('password_changed', 'en'),
      parameters: { name: 'Rita', at: '2026-11-26T17:05:00Z' },
    });
    expect(text.replaceAll('\u00a0', ' ')).toContain('26 Nov 2026, 17:05:00 Europe/Lisbon (WET)');
  });

  it('never breaks its subject line nor its markup, whatever a name is', () => {
    const nasty = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.constantFrom(
        'a\r\nBcc: x@y.test',
        '<script>alert(1)</script>',
        '“Padaria” & filhos',
        '\u202eevil',
        '🧁'.repeat(50),
      ),
    );
    fc.assert(
      fc.property(nasty, nasty, (name, company) => {
        const { subject, html } = activation(name, company);
        expect(subject).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
        // Only what the frame itself writes is a tag.
        expect(html.match(/<(?!\/?(html|head|meta|title|body|table|tr|td|p|a|span|bdi|br|!doctype)\b)/gi)).toBeNull();
      }),
    );
  });
});
