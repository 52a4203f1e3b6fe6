import { leastContained } from './list-reader';

/** How a text is looked for in a field: as the whole of it, as its beginning, or anywhere in it. Case never matters. */
export const matchModes = ['exact', 'prefix', 'contains'] as const;
export type MatchMode = (typeof matchModes)[number];
export type TextMatch = { readonly mode: MatchMode; readonly text: string };

const signs = { '=': 'exact', '^': 'prefix' } as const satisfies Record<string, MatchMode>;

/**
 * Reads what stands in an address or a search box: `=text` is the whole, `^text` the beginning, anything else may stand
 * anywhere. Null: too short for the last, or no text at all.
 */
export function textMatchOf(given: string): TextMatch | null {
  const sign = given[0];
  if (sign === '=' || sign === '^') {
    const text = given.slice(1).trim();
    return text === '' ? null : { mode: signs[sign], text };
  }
  return [...given].length < leastContained ? null : { mode: 'contains', text: given };
}

/** True for a text that the index of letters and digits can find in every month at once; others need a range of days. */
export const isIndexed = ({ text }: TextMatch): boolean => /[\p{L}\p{N}]{3}/u.test(text);
