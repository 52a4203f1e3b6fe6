import { z } from 'zod';
import { emailAddress } from '@/lib/domain/fields';
import { passwordMaximum, passwordMinimum } from '@/lib/domain/password';

/** Whether it can be guessed is asked where the word lists are; the rest is known here too. */
export const newPassword = z
  .string('required')
  .min(1, 'required')
  .min(passwordMinimum, `too_short:${passwordMinimum}`)
  .max(passwordMaximum, `too_long:${passwordMaximum}`);

/** Asks for a link to an address. */
export const linkRequest = z.strictObject({ email: emailAddress });

/** Chooses a password through a link. */
export const passwordChoice = z.strictObject({ token: z.string().max(200), password: newPassword });
