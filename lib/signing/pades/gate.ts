/** Why a document cannot be signed (product.md section 5, 2.3.0). */
export type Unsupported =
  | 'not-pdf'
  | 'broken'
  | 'encrypted'
  | 'locked'
  | 'no-page'
  | 'no-mark'
  | 'no-field'
  | 'too-demanding';

/** A document that is refused before anything is signed. */
export class UnsupportedDocument extends Error {
  constructor(
    readonly reason: Unsupported,
    options?: { cause?: unknown },
  ) {
    super(`unsupported document: ${reason}`, options);
    this.name = 'UnsupportedDocument';
  }
}

const tailBytes = 2048;
/** Entries of the cross-reference table that are looked up: a file that was shifted or cut lies in the first. */
const entries = 5;

/**
 * Refuses what a lenient parser would repair in silence, and sign: no header, no end, a cross-reference that leads
 * nowhere (ISO 32000-1, 7.5). The repaired file would be another one than the one that was sent.
 * @throws UnsupportedDocument not-pdf, broken
 */
export function gate(bytes: Buffer): void {
  const text = (at: number, length: number): string => bytes.toString('latin1', at, at + length);
  if (text(0, 5) !== '%PDF-') throw new UnsupportedDocument('not-pdf');
  const tail = text(Math.max(0, bytes.length - tailBytes), tailBytes);
  const found = [...tail.matchAll(/startxref\s+(\d+)\s+%%EOF/g)].at(-1);
  if (!found) throw new UnsupportedDocument('broken');
  const at = Number(found[1]);
  // A stream of cross-references is an object by itself; the parser reads that one strictly.
  if (/^\s*\d+\s+\d+\s+obj\b/.test(text(at, 40))) return;
  if (!/^\s*xref\b/.test(text(at, 40))) throw new UnsupportedDocument('broken');
  if (!leadsToObjects(text(at, 4000), (offset) => text(offset, 30))) throw new UnsupportedDocument('broken');
}

function leadsToObjects(table: string, at: (offset: number) => string): boolean {
  let seen = 0;
  for (const [, first, , lines = ''] of table.matchAll(/(\d+) (\d+)\s+((?:\d{10} \d{5} [nf][ \r\n]{1,2})+)/g)) {
    let number = Number(first);
    for (const [, offset, generation, kind] of lines.matchAll(/(\d{10}) (\d{5}) ([nf])/g)) {
      const wanted = new RegExp(`^\\s*${number}\\s+${Number(generation)}\\s+obj`);
      if (kind === 'n' && seen++ < entries && !wanted.test(at(Number(offset)))) return false;
      number += 1;
    }
  }
  return true;
}
