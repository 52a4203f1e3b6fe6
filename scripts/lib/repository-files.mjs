import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gitFiles } from './git.mjs';
import { root } from './root.mjs';

const generated = /^(node_modules|\.next|\.data|\.git|test-results|playwright-report|coverage)$/;

/** The files of the repository: what git knows or would take; without git, everything that is not generated.
 * @returns {string[]} paths below the root */
export function repositoryFiles() {
  const files = gitFiles('--cached', '--others', '--exclude-standard');
  return files?.filter((path) => existsSync(join(root, path))) ?? walk('');
}

function walk(folder) {
  return readdirSync(join(root, folder)).flatMap((name) => {
    if (generated.test(name)) return [];
    const path = posix.join(folder, name);
    return statSync(join(root, path)).isDirectory() ? walk(path) : [path];
  });
}
