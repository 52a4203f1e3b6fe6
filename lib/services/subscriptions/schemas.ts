import { z } from 'zod';
import { type CompanyKind, type PartnerType, partnerKinds, type Status } from '@/lib/domain/company';
import { countryCodes } from '@/lib/domain/countries';
import { editedVersion, emailAddress, line, lines, nameLine, optionalLine } from '@/lib/domain/fields';
import { isNif } from '@/lib/domain/nif';

const language = z.enum(['pt', 'en'], 'choose');

/** Company and first operator, as every form that makes a company asks for them. */
const company = {
  country: z.enum(countryCodes, 'choose'),
  vat: z
    .string('required')
    .transform((text) => text.toUpperCase().replaceAll(/[\s.-]/g, ''))
    .pipe(
      z
        .string()
        .min(1, 'required')
        .max(20, 'too_long:20')
        .regex(/^[A-Z0-9]+$/, 'vat'),
    ),
  name: nameLine,
  email: emailAddress,
  invoiceAddress: lines(500),
  contact: line(200),
  language,
  operatorName: nameLine,
  operatorEmail: emailAddress,
};

type Numbered = { readonly country: string; readonly vat: string };

/** The check digit of a Portuguese number is known here; the others are asked of a library on the server. */
const numbered = ({ country, vat }: Numbered): boolean => country !== 'PRT' || isNif(vat.replace(/^PT/, ''));
const nifFault = { path: ['vat'], message: 'nif' };

/** `partner`: code of the partner; an issuer without one is direct. */
export const issuerSubscription = z
  .strictObject({
    ...company,
    bundle: z.string('choose').regex(/^[A-Z0-9_]{1,20}$/, 'choose'),
    partner: optionalLine(40),
  })
  .refine(numbered, nifFault);
export const partnerSubscription = z
  .strictObject({ ...company, type: z.enum(partnerKinds, 'choose') })
  .refine(numbered, nifFault);
export type IssuerSubscription = z.infer<typeof issuerSubscription>;
export type PartnerSubscription = z.infer<typeof partnerSubscription>;

const decided = { id: z.uuid('invalid'), version: editedVersion };
export const approval = z.strictObject(decided);
export const rejection = z.strictObject({ ...decided, reason: line(500) });

/** A company that awaits its validation, as the list reads it. */
export type FoundSubscription = {
  id: string;
  name: string;
  code: string;
  kind: CompanyKind;
  /** Null for a partner, and for a direct issuer. */
  partner: string | null;
  /** Address of its first operator. */
  operator: string | null;
  /** Milliseconds since 1970. */
  registered: number;
};

/** A row of the pending validations as it travels. */
export type SubscriptionRow = readonly [
  id: string,
  name: string,
  code: string,
  kind: CompanyKind,
  partner: string | null,
  operator: string | null,
  registeredAt: number,
];

/** One subscription, with what a decision needs to know. */
export type SubscriptionDetail = {
  readonly kind: CompanyKind;
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly email: string;
  readonly contact: string;
  readonly invoiceAddress: string;
  readonly language: 'pt' | 'en';
  readonly status: Status;
  readonly version: number;
  /** Milliseconds since 1970. */
  readonly registeredAt: number;
  /** Of an issuer. */
  readonly bundle: string | null;
  readonly partner: { readonly name: string; readonly type: PartnerType } | null;
  /** Of a partner. */
  readonly type: PartnerType | null;
  readonly operators: readonly { readonly id: string; readonly name: string; readonly email: string }[];
  /** Whom asked may decide. */
  readonly decides: boolean;
};

/** `version` 0: a new one. */
export const bundleForm = z.strictObject({
  code: z
    .string('required')
    .trim()
    .regex(/^[A-Z0-9_]{2,20}$/, 'bundle_code'),
  version: z.coerce.number('invalid').int().nonnegative(),
  namePt: line(60),
  nameEn: line(60),
  signatures: z.coerce.number('number').int('number').positive('number').max(1_000_000_000, 'number'),
  custody: z.literal('on').optional(),
});

/** A bundle as the administrator edits it. */
export type Bundle = {
  readonly code: string;
  readonly namePt: string;
  readonly nameEn: string;
  readonly signatures: number;
  readonly custody: boolean;
  readonly version: number;
};

/** A bundle in one language. */
export type BundleChoice = {
  readonly code: string;
  readonly name: string;
  readonly signatures: number;
  readonly custody: boolean;
};
