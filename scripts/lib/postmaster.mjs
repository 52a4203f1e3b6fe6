import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { birthMark, commandLine, endProcess, isAlive } from './processes.mjs';

/** What postmaster.pid says; undefined when there is none or it is still being written.
 * @param {string} pgData
 * @returns {{ pid: number, port: number, ready: boolean } | undefined} */
export function readPostmaster(pgData) {
  const lines = contentOf(join(pgData, 'postmaster.pid'))?.split('\n');
  if (!lines) return undefined;
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

/** A server that starts over the file of a killed one removes it first: what was there a moment ago may be gone. */
function contentOf(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error?.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The server of this data folder that runs now, if any. The number in the file may by now belong to a stranger, so the
 * command line has to name the folder.
 * @param {string} pgData */
export function runningPostmaster(pgData) {
  const found = readPostmaster(pgData);
  if (!found || !isAlive(found.pid) || !commandLine(found.pid).includes(pgData)) return undefined;
  return found;
}

/** Ends a server that a killed launcher left behind, and removes a lock file that names a stranger: PostgreSQL would
 * take any living process of the same user for its rival and refuse to start for ever.
 * @param {string} pgData */
export async function clearOrphan(pgData) {
  const running = runningPostmaster(pgData);
  if (running) await stopPostmaster(running.pid);
  const left = readPostmaster(pgData);
  if (left && isAlive(left.pid) && !commandLine(left.pid).includes(pgData)) rmSync(join(pgData, 'postmaster.pid'));
}

/** Fast shutdown (sessions are ended, data is written), then harder.
 * @param {number} pid */
export function stopPostmaster(pid) {
  return endProcess(pid, [
    ['SIGINT', 30_000],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 5_000],
  ]);
}

/** The launcher that holds the data folder, while it lives.
 * @param {string} dataDir
 * @returns {number | undefined} its process id */
export function livingLauncher(dataDir) {
  const path = join(dataDir, 'launcher.json');
  if (!existsSync(path)) return undefined;
  const { pid, mark } = JSON.parse(readFileSync(path, 'utf8'));
  return isAlive(pid) && birthMark(pid) === mark ? pid : undefined;
}
