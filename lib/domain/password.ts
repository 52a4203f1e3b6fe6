/** Shortest and longest password in characters; a longer one is refused before it costs a hash. */
export const passwordMinimum = 12;
export const passwordMaximum = 128;

/** What is wrong with a new password: a key of `forms.errors`. */
export type PasswordFault = `too_short:${number}` | `too_long:${number}` | 'guessable';
