import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

/** What `next build` reads. Tests beside the sources are left out: they change nothing of the build. */
const buildInputs = [
  ...['app', 'components', 'lib', 'db', 'public'],
  ...['middleware.ts', 'instrumentation.ts', 'next.config.mjs', 'postcss.config.mjs', 'tsconfig.json'],
  ...['package.json', 'package-lock.json'],
];

/** Fingerprint of a set of files and folders by their paths and contents; what does not exist counts as such.
 * @param {string} base
 * @param {readonly string[]} inputs paths below `base`
 * @param {readonly string[]} [extra] further values that matter
 * @returns {string} */
export function hashOf(base, inputs, extra = []) {
  const hash = createHash('sha256');
  for (const value of extra) hash.update(`${value}\0`);
  for (const path of inputs.flatMap((input) => filesBelow(base, input)).sort()) {
    hash.update(`${path}\0`).update(
      createHash('sha256')
        .update(readFileSync(join(base, path)))
        .digest(),
    );
  }
  return hash.digest('hex');
}

/** Fingerprint of everything that the build depends on. */
export function buildHash() {
  const settings = [process.env.BASE_PATH, process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY].map((value) => value ?? '');
  return hashOf(root, buildInputs, [process.versions.node, ...settings]);
}

function filesBelow(base, path) {
  const full = join(base, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return /\.test\.tsx?$/.test(path) ? [] : [path];
  return readdirSync(full).flatMap((name) => filesBelow(base, join(path, name)));
}
