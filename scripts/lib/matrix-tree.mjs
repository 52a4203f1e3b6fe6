import {
  copyFileSync,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inRoot, root } from './root.mjs';

const leftBehind = new Set(['node_modules', '.git', '.next', '.data', 'test-results', 'playwright-report']);

/** A copy of the sources in a folder of its own, to be built with a piece missing: no switch of the product leaves one
 * out. The packages are linked, since 46,000 files take minutes to copy; the sources are not, since a build writes some.
 * @param {string} folder */
export function copyTree(folder) {
  mkdirSync(folder);
  for (const name of readdirSync(root)) {
    if (!leftBehind.has(name)) cpSync(inRoot(name), join(folder, name), { recursive: true });
  }
  linkFolder(inRoot('node_modules'), join(folder, 'node_modules'));
}

/** Links file by file: a bundler refuses a folder that is a symbolic link to the outside. */
function linkFolder(from, to) {
  mkdirSync(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkFolder(source, target);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else linkOrCopy(source, target);
  }
}

function linkOrCopy(source, target) {
  try {
    linkSync(source, target);
  } catch {
    // Another file system, or one without hard links.
    copyFileSync(source, target);
  }
}

/** Takes the middleware away.
 * @param {string} tree */
export function removeMiddleware(tree) {
  rmSync(join(tree, 'middleware.ts'));
}

/** Puts db/testing/open-scope.ts in the place of db/scope.ts, which stays beside it for what is no fence.
 * @param {string} tree */
export function openQueryFence(tree) {
  const open = readFileSync(join(tree, 'db/testing/open-scope.ts'), 'utf8');
  const line = "import * as fenced from '../scope';";
  if (!open.includes(line)) throw new Error(`db/testing/open-scope.ts no longer says “${line}”.`);
  renameSync(join(tree, 'db/scope.ts'), join(tree, 'db/fenced-scope.ts'));
  writeFileSync(join(tree, 'db/scope.ts'), open.replace(line, "import * as fenced from './fenced-scope';"));
  rmSync(join(tree, 'db/testing/open-scope.ts'));
}

/** The commands of a tree, which build, serve and run that tree and no other.
 * @param {string} tree */
export async function commandsOf(tree) {
  const load = (name) => import(pathToFileURL(join(tree, 'scripts/lib', name)).href);
  const [{ run }, { startServer }, { build }, { listenForStop }] = await Promise.all(
    ['run.mjs', 'server.mjs', 'build.mjs', 'shutdown.mjs'].map(load),
  );
  if (tree !== root) listenForStop();
  if (!existsSync(join(tree, 'e2e/matrix/run.ts'))) throw new Error(`There is no matrix in ${tree}.`);
  return { run, startServer, build };
}
