import { cpSync, existsSync } from 'node:fs';
import { inRoot } from './root.mjs';

/** What the PDF preview loads when a file asks for it: character maps, the standard fonts, image decoders. It is served by
 * ourselves, since the policy of our pages lets nothing in from elsewhere; git keeps none of it. */
export function copyPdfData() {
  for (const part of ['cmaps', 'standard_fonts', 'wasm']) {
    const target = inRoot('public/pdf-data', part);
    if (!existsSync(target)) cpSync(inRoot('node_modules/pdfjs-dist', part), target, { recursive: true });
  }
}
