import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { step } from './progress.mjs';
import { inRoot } from './root.mjs';
import { run } from './run.mjs';

const mark = inRoot('node_modules/.signstash-lock');

/** Installs what the lock names, unless it is there: the mark of the last install, or npm's own list, agrees. */
export async function ensureInstalled() {
  const lock = readFileSync(inRoot('package-lock.json'), 'utf8');
  const hash = createHash('sha256').update(lock).digest('hex');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === hash) return;
  if (!agreesWithInstalled(JSON.parse(lock))) {
    await step('Installing packages', (report) =>
      run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], { onLine: report }),
    );
  }
  writeFileSync(mark, hash);
}

/** npm keeps a lock of what it has installed; optional packages of other platforms are rightly absent from it. */
function agreesWithInstalled(lock) {
  const path = inRoot('node_modules/.package-lock.json');
  if (!existsSync(path)) return false;
  const installed = JSON.parse(readFileSync(path, 'utf8')).packages;
  const wanted = Object.entries(lock.packages).filter(([name]) => name !== '');
  const same = wanted.every(([name, entry]) =>
    installed[name] ? installed[name].version === entry.version : entry.optional === true,
  );
  return same && Object.keys(installed).every((name) => name in lock.packages);
}
