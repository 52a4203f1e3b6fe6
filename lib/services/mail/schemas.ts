import { z } from 'zod';
import { editedVersion } from '@/lib/domain/fields';
import type { MailState, MailTemplate } from '@/lib/domain/mail';

export const mailAct = z.strictObject({ id: z.uuid('invalid'), version: editedVersion });

/** A mail of the outbox as its list reads it. Instants in milliseconds since 1970. */
export type FoundMail = {
  id: string;
  address: string;
  name: string;
  template: MailTemplate;
  state: MailState;
  attempts: number;
  created: number;
  sent: number | null;
  error: string | null;
};

/** A row of the mails as it travels. */
export type MailRow = readonly [
  id: string,
  address: string,
  name: string,
  template: MailTemplate,
  state: MailState,
  attempts: number,
  createdAt: number,
  sentAt: number | null,
];

/** One mail, as its reader gets it. Instants in milliseconds since 1970. */
export type MailDetail = {
  readonly id: string;
  readonly address: string;
  readonly name: string;
  readonly language: 'pt' | 'en';
  readonly template: MailTemplate;
  readonly state: MailState;
  readonly attempts: number;
  readonly error: string | null;
  readonly createdAt: number;
  readonly sentAt: number | null;
  readonly version: number;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Its link is written out: in the demonstration, where mails are read here. Elsewhere it is masked. */
  readonly linked: boolean;
};
