import { z } from 'zod';
import {
  type AuthorityStatus,
  type AuthorityType,
  authorityStatuses,
  authorityTypes,
  type CheckOutcome,
} from '@/lib/domain/certificate';
import { editedVersion, line, nameLine, optionalLine } from '@/lib/domain/fields';

/** An address that somebody typed: https, no query; where a test or the demonstration says so, http to this machine. */
const address = z
  .string('required')
  .trim()
  .min(1, 'required')
  .max(500, 'too_long:500')
  .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), 'address')
  .refine((text) => !URL.canParse(text) || (new URL(text).search === '' && new URL(text).hash === ''), 'address');
const optionalAddress = z.union([z.literal(''), address]).default('');

const whole = (min: number, max: number) =>
  z.coerce.number('number').int('number').min(min, `at_least:${min}`).max(max, `at_most:${max}`);

const authority = {
  name: nameLine,
  type: z.enum(authorityTypes, 'choose'),
  baseUrl: address,
  oauthUrl: optionalAddress,
  clientId: line(200),
  /** Empty: as it is. */
  clientSecret: z.string().max(500, 'too_long:500').default(''),
  scopes: optionalLine(200),
  timeStampUrl: optionalAddress,
  trustedRoots: z.string().trim().max(40_000, 'too_long:40000').default(''),
  accessDays: whole(1, 3650),
  accessSignatures: whole(1, 1_000_000_000_000),
  warnDays: whole(0, 3650),
  warnPercent: whole(1, 100),
};

const warnsInTime = [
  ({ accessDays, warnDays }: { accessDays: number; warnDays: number }) => warnDays <= accessDays,
  { path: ['warnDays'] as PropertyKey[], message: 'warn_days' },
] as const;

export const newAuthority = z
  .strictObject({ ...authority, clientSecret: z.string('required').min(1, 'required').max(500, 'too_long:500') })
  .refine(...warnsInTime);
export const authorityEdit = z
  .strictObject({ id: z.uuid('invalid'), version: editedVersion, ...authority })
  .refine(...warnsInTime);
export const authorityStatusChange = z.strictObject({
  id: z.uuid('invalid'),
  version: editedVersion,
  status: z.enum(authorityStatuses, 'choose'),
});
export const authorityCheck = z.strictObject({ id: z.uuid('invalid') });

export type AuthorityFields = z.infer<typeof newAuthority>;

/** An authority as its list reads it. */
export type FoundAuthority = {
  id: string;
  name: string;
  type: AuthorityType;
  state: AuthorityStatus;
  certificates: number;
  answered: number;
  failed: number;
  /** Milliseconds since 1970. */
  contact: number | null;
  registered: number;
};

/** A row as it travels. */
export type AuthorityRow = readonly [
  id: string,
  name: string,
  type: AuthorityType,
  status: AuthorityStatus,
  certificates: number,
  answered: number,
  failed: number,
  contactAt: number | null,
  registeredAt: number,
];

/** One authority, without its secret. Instants in milliseconds since 1970. */
export type AuthorityDetail = Omit<AuthorityFields, 'clientSecret'> & {
  readonly id: string;
  readonly status: AuthorityStatus;
  readonly version: number;
  readonly registeredAt: number;
  readonly lastContactAt: number | null;
  /** Over the last thirty days. */
  readonly answered: number;
  readonly failed: number;
  readonly certificates: number;
  /** Common names of the roots that were entered. */
  readonly roots: readonly string[];
  readonly check: {
    readonly underWay: boolean;
    readonly at: number | null;
    readonly outcome: CheckOutcome | null;
    readonly ms: number | null;
  };
  readonly info: {
    readonly name: string;
    readonly specs: string;
    readonly region: string;
    readonly description: string;
    readonly authTypes: readonly string[];
    readonly methods: readonly string[];
    readonly oauthUrl: string | null;
    readonly at: number;
  } | null;
};
