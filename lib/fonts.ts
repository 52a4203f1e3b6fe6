import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type FontWeight = 'regular' | 'bold';

// Liberation Sans: Latin with all its accents, Greek and Cyrillic, under the SIL Open Font License.
const files: Readonly<Record<FontWeight, string>> = {
  regular: 'LiberationSans-Regular.ttf',
  bold: 'LiberationSans-Bold.ttf',
};
const folder = 'node_modules/pdfjs-dist/standard_fonts';
const read = new Map<FontWeight, Buffer>();

/** The typeface of what is printed (stamps): a TrueType file, read once. The process runs in the project's folder. */
export function printedFont(weight: FontWeight): Buffer {
  const known = read.get(weight);
  if (known) return known;
  const bytes = readFileSync(join(process.cwd(), folder, files[weight]));
  read.set(weight, bytes);
  return bytes;
}
