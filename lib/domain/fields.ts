import { z } from 'zod';

/**
 * Building blocks of forms, the same in browser and server. A message is a key of the catalogue (`forms.errors`), with
 * what its sentence names behind a colon: `too_long:120`.
 */

/** Characters that make a text look like another: controls, lone surrogates, overrides and isolates of direction. */
const honest = /^[^\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]*$/u;
/** The same, but lines may end. */
const honestLines = /^(?:[^\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]|\n)*$/u;

/** One line of text, trimmed, `max` characters at most; must not be empty. */
export const line = (max: number) =>
  z.string('required').trim().min(1, 'required').max(max, `too_long:${max}`).regex(honest, 'characters');

/** One line of text that may be empty. */
export const optionalLine = (max: number) =>
  z.string().trim().max(max, `too_long:${max}`).regex(honest, 'characters').default('');

/** Several lines of text, line ends as `\n`; must not be empty. */
export const lines = (max: number) =>
  z
    .string('required')
    .transform((text) => text.replaceAll('\r\n', '\n').trim())
    .pipe(z.string().min(1, 'required').max(max, `too_long:${max}`).regex(honestLines, 'characters'));

/** An e-mail address, 254 characters at most (RFC 5321, 4.5.3.1.3), as it was typed. */
export const emailAddress = z
  .string('required')
  .trim()
  .min(1, 'required')
  .max(254, 'too_long:254')
  .regex(honest, 'characters')
  .pipe(z.email('email'));

/** Names the state that an edit began from. */
export const editedVersion = z.coerce.number('invalid').int().positive();

/** Name of a person or company. */
export const nameLine = line(200);
