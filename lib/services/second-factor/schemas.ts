import { z } from 'zod';
import { roles } from '@/lib/domain/roles';

/** A code of six digits, as it is typed. */
export const secondFactorCode = z.strictObject({
  code: z
    .string('required')
    .transform((text) => text.replaceAll(/\s/g, ''))
    .pipe(z.string().regex(/^\d{6}$/, 'six_digits')),
});
/** What kind of second factor is wanted. */
export const secondFactorWish = z.strictObject({ kind: z.literal('totp') });
export const nothing = z.strictObject({});

const checked = z.literal('on').optional();

/** Roles that must have a second factor: a box for each. */
export const secondFactorRule = z.strictObject({
  version: z.coerce.number('invalid').int().positive(),
  ...Object.fromEntries(roles.map((role) => [role, checked])),
});

/** What an authenticator needs; shown once. */
export type Enrolment = {
  /** Typed by hand where no camera is. */
  readonly key: string;
  /** The QR code: an SVG path of unit squares, `size` wide. */
  readonly path: string;
  readonly size: number;
};

export type SecondFactorView = {
  readonly enrolled: boolean;
  /** Recovery codes that are left. */
  readonly codes: number;
  /** The operator's role must have one. */
  readonly required: boolean;
};

export type SecuritySettings = { readonly roles: readonly (typeof roles)[number][]; readonly version: number };
