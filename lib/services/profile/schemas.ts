import { z } from 'zod';
import { editedVersion, nameLine, optionalLine } from '@/lib/domain/fields';
import { passwordMaximum } from '@/lib/domain/password';
import { themes } from '@/lib/domain/theme';
import { languages } from '@/lib/i18n/language';
import { newPassword } from '../credentials/schemas';

/**
 * What an operator may change about itself. With `version` the change is refused when somebody else changed the profile
 * meanwhile; without, only the one setting that is named is set (the quick choices in the frame).
 */
export const profileChange = z
  .strictObject({
    language: z.enum(languages).optional(),
    theme: z.enum(themes).optional(),
    version: z.coerce.number().int().positive().optional(),
  })
  .refine(({ language, theme }) => language !== undefined || theme !== undefined, { error: 'nothing to change' });

export const ownRenaming = z.strictObject({ name: nameLine, version: editedVersion });

/** Another password, by the one that is. */
export const ownPasswordChange = z.strictObject({
  current: z.string('required').min(1, 'required').max(passwordMaximum, `too_long:${passwordMaximum}`),
  password: newPassword,
});

/** Proof of who one is. The code is asked of who has a second factor. */
export const ownProof = z.strictObject({
  password: z.string('required').min(1, 'required').max(passwordMaximum, `too_long:${passwordMaximum}`),
  code: optionalLine(40),
});

/** One of one's sessions by its id, or all others than the one at hand. */
export const sessionEnding = z.strictObject({ session: z.union([z.literal('others'), z.uuid('invalid')], 'invalid') });

/** A session of one's own that is open. Instants in milliseconds since 1970. */
export type OwnSession = {
  readonly id: string;
  readonly device: string;
  readonly address: string;
  readonly createdAt: number;
  readonly lastSeenAt: number;
  /** The one at hand. */
  readonly current: boolean;
};
