/** One call of a verb: its input, and what a permitted caller gets. */
export type Try = {
  object: string;
  label: string;
  input: unknown;
  /** The code of the failure that must come, instead of a result. */
  refusal?: string;
  expects?: { operations?: readonly string[]; names?: readonly string[]; sums?: readonly string[] };
  echo: readonly string[];
  also?: (result: unknown) => boolean;
};

export const own = (input: unknown, more: Partial<Try> = {}): Try => ({
  object: 'self',
  label: 'plain',
  input,
  echo: [],
  ...more,
});
export const junk = (input: unknown): Try =>
  own(input, { object: 'malformed', label: JSON.stringify(input), refusal: 'invalid' });
