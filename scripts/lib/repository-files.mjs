import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { root } from './root.mjs';

const generated = /^(node_modules|\.next|\.data|\.git|test-results|playwright-report|coverage)$/;

/** The files of the repository: what git knows or would take; without git, everything that is not generated.
 * @returns {string[]} paths below the root */
export function repositoryFiles() {
  const options = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const git = spawnSync('git', options, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (git.status !== 0) return walk('');
  return git.stdout.split('\0').filter((path) => path !== '' && existsSync(join(root, path)));
}

function walk(folder) {
  return readdirSync(join(root, folder)).flatMap((name) => {
    if (generated.test(name)) return [];
    const path = posix.join(folder, name);
    return statSync(join(root, path)).isDirectory() ? walk(path) : [path];
  });
}
