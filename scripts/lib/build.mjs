import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { copyPdfData } from './pdf-data.mjs';
import { inRoot } from './root.mjs';
import { run } from './run.mjs';
import { buildHash } from './source-hash.mjs';

const mark = inRoot('.next/signstash-build');

/** Whether the last finished build was made from the sources as they are. */
export function isBuilt() {
  return existsSync(inRoot('.next/BUILD_ID')) && existsSync(mark) && readFileSync(mark, 'utf8') === buildHash();
}

/** Builds the application for production.
 * @param {(line: string) => void} [onLine] */
export async function build(onLine) {
  copyPdfData();
  const before = buildHash();
  const env = { ...process.env, NODE_ENV: /** @type {const} */ ('production'), NEXT_TELEMETRY_DISABLED: '1' };
  const output = await run('next', ['build'], { env, onLine });
  writeFileSync(mark, before);
  return output;
}
