/**
 * The mails that the product itself writes, and what each of them names. `text` as it is, `day` a local day, `instant`
 * ISO 8601, `status` a word of the vocabulary, `link` the id of a link, written as its address.
 */
export const mailTemplates = {
  activation: { name: 'text', company: 'text', link: 'link' },
  reset: { name: 'text', link: 'link' },
  redefinition: { name: 'text', link: 'link' },
  password_changed: { name: 'text', at: 'instant' },
  second_factor_changed: { name: 'text', change: 'change', at: 'instant' },
  new_device: { name: 'text', device: 'text', address: 'text', at: 'instant' },
  subscription_received: { company: 'text', code: 'text' },
  subscription_duplicate: { company: 'text', code: 'text' },
  subscription_approved: { company: 'text', code: 'text', partner: 'text', alias: 'text' },
  subscription_rejected: { company: 'text', reason: 'text' },
  company_status: { company: 'text', status: 'status', reason: 'text' },
  audit_access_granted: { name: 'text', issuer: 'text', from: 'day', to: 'day', reason: 'text' },
  certificate_expiring: {
    name: 'text',
    certificate: 'text',
    authority: 'text',
    until: 'day',
    used: 'text',
    services: 'text',
  },
  certificate_over: { name: 'text', certificate: 'text', authority: 'text', services: 'text' },
  audit_access_notice: { issuer: 'text', auditor: 'text', from: 'day', to: 'day', reason: 'text' },
} as const satisfies Record<string, Readonly<Record<string, MailParameterKind>>>;

export type MailParameterKind = 'text' | 'day' | 'instant' | 'status' | 'change' | 'link';
export type MailTemplate = keyof typeof mailTemplates;
export const mailTemplateNames = Object.keys(mailTemplates) as MailTemplate[];

/** What a mail of this template is given: all that it names; an empty text leaves out the paragraph that names it. */
export type MailParameters<T extends MailTemplate> = Readonly<Record<keyof (typeof mailTemplates)[T], string>>;

/** What happened to a second factor. */
export const secondFactorChanges = ['enrolled', 'removed', 'codes'] as const;

/**
 * waiting → sending → sent; failed: tried again later; dead: given up; kept: there is no mail server, it is read here.
 * `sending` that lasts was cut off: whether it went out is not known, and it is sent again under the same Message-ID.
 */
export const mailStates = ['waiting', 'sending', 'failed', 'sent', 'kept', 'dead'] as const;
export type MailState = (typeof mailStates)[number];
