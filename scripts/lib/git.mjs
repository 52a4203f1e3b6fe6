import { spawnSync } from 'node:child_process';
import { root } from './root.mjs';

/** Lists files by git; undefined where there is no git or no checkout. A checkout of another user is read all the same:
 * listing runs nothing of it.
 * @param {string[]} args of `git ls-files`
 * @returns {string[] | undefined} */
export function gitFiles(...args) {
  const command = ['-c', 'safe.directory=*', 'ls-files', '-z', ...args];
  const git = spawnSync('git', command, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  return git.status === 0 ? git.stdout.split('\0').filter((path) => path !== '') : undefined;
}
