import { z } from 'zod';
import { type PartnerType, partnerKinds, type Status } from '@/lib/domain/company';
import { editedVersion, emailAddress, line, lines, nameLine, optionalLine } from '@/lib/domain/fields';

const id = z.uuid('invalid');
const language = z.enum(['pt', 'en'], 'choose');

/** What a company's own operators keep up to date; the configuration language is what the service writes to it in. */
const contactData = {
  email: emailAddress,
  invoiceAddress: lines(500),
  contact: line(200),
  language,
};

/**
 * Contact data; the name, which goes on every report, and an issuer's bundle only by the administrator (and a partner for
 * its issuers). Without a bundle it stays.
 */
export const companyEdit = z.strictObject({
  id,
  version: editedVersion,
  name: nameLine.optional(),
  bundle: optionalLine(20),
  ...contactData,
});

/** A change of status, and why. */
export const statusChange = z.strictObject({
  id,
  version: editedVersion,
  status: z.enum(['active', 'suspended', 'blocked', 'deleted'], 'choose'),
  reason: optionalLine(500),
});

/** Another type of a partner: from the next midnight on, or from the first of the next month. */
export const typeChange = z.strictObject({
  id,
  version: editedVersion,
  type: z.enum(partnerKinds, 'choose'),
  when: z.enum(['midnight', 'month'], 'choose'),
});

/** What stands and falls with a company: said before its status is changed. */
export type Dependents = {
  readonly services: number;
  readonly operators: number;
  /** Signed items a day over the last thirty days. */
  readonly perDay: number;
};

type Company = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly email: string;
  readonly invoiceAddress: string;
  readonly contact: string;
  readonly language: 'pt' | 'en';
  readonly status: Status;
  /** Milliseconds since 1970. */
  readonly registeredAt: number;
  readonly version: number;
  /** What may be done by whom asked. */
  readonly transitions: readonly Status[];
  readonly edits: 'all' | 'contact' | 'nothing';
  readonly dependents: Dependents;
};

export type IssuerDetail = Company & {
  readonly kind: 'issuer';
  readonly bundle: string;
  /** Null for a direct issuer. */
  readonly partner: { readonly id: string; readonly name: string; readonly type: PartnerType } | null;
  readonly accesses: number;
};

export type PartnerDetail = Company & {
  readonly kind: 'partner';
  readonly type: PartnerType;
  /** A change of type that has not come yet; local day. */
  readonly nextType: { readonly type: PartnerType; readonly from: string } | null;
  readonly issuers: number;
};
