import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { birthMark, endProcess, isAlive, sleep } from './processes.mjs';
import { root } from './root.mjs';
import { resolveCommand } from './run.mjs';

/** The built application as a process of its own.
 * @typedef {{ pid: number, ended: Promise<number>, stop(): Promise<void> }} Server */

/** Starts the built application and waits until it is ready (database, migrations). Its log and a note of the process
 * go to the data folder.
 * @param {{ port: number, env: NodeJS.ProcessEnv, dataDir: string }} options
 * @returns {Promise<Server>} */
export async function startServer({ port, env, dataDir }) {
  const logFile = join(dataDir, 'server.log');
  const [command, args] = resolveCommand('next', ['start', '-p', String(port)]);
  if (existsSync(logFile)) renameSync(logFile, `${logFile}.1`);
  const log = openSync(logFile, 'w', 0o600);
  const child = spawn(command, args, {
    cwd: root,
    // The process finishes its jobs before it goes; Next's own handler would cut them off.
    env: { ...env, NODE_ENV: 'production', NEXT_MANUAL_SIG_HANDLE: 'true', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', log, log],
    detached: true,
  });
  closeSync(log);
  writeFileSync(noteOf(dataDir), JSON.stringify({ ...note(child.pid), starter: note(process.pid) }));
  const lastResort = () => child.kill('SIGTERM');
  process.once('exit', lastResort);
  const ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? (signal ? 130 : 1))));
  ended.then(() => {
    process.off('exit', lastResort);
    rmSync(noteOf(dataDir), { force: true });
  });
  const server = { pid: child.pid, ended, stop: () => stopChild(child) };
  try {
    await waitUntilReady(port, env.BASE_PATH ?? '', child);
  } catch (error) {
    await server.stop();
    error.output = readFileSync(logFile, 'utf8').split('\n').slice(-40).join('\n');
    throw error;
  }
  return server;
}

async function stopChild(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  await endServer(child.pid);
}

const endServer = (pid) =>
  endProcess(pid, [
    ['SIGTERM', 30_000],
    ['SIGKILL', 5_000],
  ]);

const noteOf = (dataDir) => join(dataDir, 'server.json');
const note = (pid) => ({ pid, mark: birthMark(pid) });
const lives = ({ pid, mark }) => isAlive(pid) && birthMark(pid) === mark;

/** Ends the server that a killed command left behind on its port.
 * @param {string} dataDir */
export async function clearOrphanServer(dataDir) {
  if (!existsSync(noteOf(dataDir))) return;
  const kept = JSON.parse(readFileSync(noteOf(dataDir), 'utf8'));
  if (lives(kept) && !lives(kept.starter)) await endServer(kept.pid);
}

async function waitUntilReady(port, basePath, child) {
  const until = Date.now() + 60_000;
  let last = 'no answer';
  while (Date.now() < until) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error('The server ended before it was ready.');
    try {
      const answer = await fetch(`http://127.0.0.1:${port}${basePath}/api/ready`, {
        signal: AbortSignal.timeout(5_000),
      });
      if (answer.ok) return;
      last = `${answer.status} ${(await answer.text()).slice(0, 200)}`;
    } catch (error) {
      last = error instanceof Error ? error.message : String(error);
    }
    await sleep(150);
  }
  throw new Error(`The server was not ready within a minute (/api/ready: ${last}).`);
}
