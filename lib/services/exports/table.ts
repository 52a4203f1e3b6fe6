import 'server-only';
import type { SomeColumn, SomeRow } from './declare';

/** A file as every format sees it: lines of words above, the columns, the rows in pieces, and a line that ends it. */
export type Table = {
  readonly name: string;
  readonly head: readonly string[];
  readonly columns: readonly SomeColumn[];
  readonly pieces: AsyncIterable<readonly SomeRow[]>;
  /** The last line: how many rows there are. A file without it is not whole. */
  readonly end: string;
  /** The last line of a file that broke off. @param done rows written until then */
  readonly broken: (done: number) => string;
  readonly language: 'pt' | 'en';
  readonly timeZone: string;
  /** `Received (Europe/Lisbon)`, where cells do not carry their offset themselves. */
  readonly inZone: (label: string) => string;
};

/** Bytes of the file so far, and the rows that they bring. */
export type Written = { readonly bytes: Uint8Array; readonly rows: number };

/** What a spreadsheet would run: the first characters of a formula, in both widths, and what it skips before one. */
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/;

/** A text that no spreadsheet takes for a formula: an apostrophe makes it plain text and is not part of the value. */
export function plainText(text: string): string {
  return formulaStart.test(text) ? `'${text}` : text;
}
