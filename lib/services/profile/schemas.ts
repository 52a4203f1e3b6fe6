import { z } from 'zod';
import { themes } from '@/lib/domain/theme';
import { languages } from '@/lib/i18n/language';

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
