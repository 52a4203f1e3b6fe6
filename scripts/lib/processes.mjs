import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** @param {number} ms */
export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Whether a process of that id exists (a zombie that nobody has collected does not count).
 * @param {number} pid */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error?.code === 'EPERM';
  }
  return procStat(pid)?.[0] !== 'Z';
}

/** Command line of a process, '' when it is gone or hidden.
 * @param {number} pid */
export function commandLine(pid) {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

/** Tells a process from a later one that was given the same id: its start time as the system writes it.
 * @param {number} pid */
export function birthMark(pid) {
  if (process.platform === 'linux') return procStat(pid)?.[19] ?? '';
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}

/** Sends the signals one after another, each with its patience in ms, until the process is gone.
 * @param {number} pid
 * @param {[NodeJS.Signals, number][]} steps */
export async function endProcess(pid, steps) {
  for (const [signal, patience] of steps) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if (error?.code === 'ESRCH') return;
      throw error;
    }
    const until = Date.now() + patience;
    while (Date.now() < until) {
      if (!isAlive(pid)) return;
      await sleep(25);
    }
  }
  throw new Error(`Process ${pid} does not end.`);
}

/** Fields of /proc/<pid>/stat behind the command's name (which may hold blanks): state first, start time 20th. */
function procStat(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}
