import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startCluster } from './embedded-postgres.mjs';
import { readPostmaster } from './postmaster.mjs';
import { commandLine, isAlive } from './processes.mjs';
import { startServer } from './server.mjs';
import { listenForStop, stopSignal } from './shutdown.mjs';
import { withServedApplication } from './throw-away.mjs';

/** The built application on a database that keeps what it acknowledges (no `quick`), for as long as `work` takes.
 * @template T
 * @param {{ operations: number }} options
 * @param {(stage: import('./chaos-stage.d.mts').Stage) => Promise<T>} work
 * @returns {Promise<T>} */
export function withStage({ operations }, work) {
  listenForStop();
  return withServedApplication({ operations, quick: false }, async ({ env, cluster, server, dataDir }) => {
    const now = { cluster, server };
    /** @type {Promise<unknown>} */
    let starting = Promise.resolve();
    const pgData = join(dataDir, 'postgres');
    const port = Number(env.PORT);
    try {
      return await work({
        env,
        stopSignal,
        superUrl: cluster.superUrl.replace(/\/[^/]*$/, '/signstash'),
        serverPid: () => (isAlive(now.server.pid) ? now.server.pid : undefined),
        killCluster: () => killCluster(pgData),
        startCluster: async () => {
          starting = startCluster({ dataDir, port: cluster.port });
          now.cluster = await starting;
        },
        endSession: (signal) => endSession(pgData, signal),
        killServer: async () => {
          process.kill(now.server.pid, 'SIGKILL');
          await now.server.ended;
        },
        startServer: async () => {
          now.server = await startServer({ port, env, dataDir });
        },
      });
    } finally {
      // A stop may come while PostgreSQL is on its way back; its folder is removed next.
      await starting.catch(() => {});
      // What was started first is stopped by whoever started it; stopping twice does nothing.
      await now.server.stop();
      await now.cluster.stop();
    }
  });
}

function killCluster(pgData) {
  const pid = postmasterOf(pgData);
  const children = childrenOf(pid);
  process.kill(pid, 'SIGKILL');
  for (const child of children) endIfThere(child.pid, 'SIGKILL');
}

function endSession(pgData, signal) {
  const sessions = childrenOf(postmasterOf(pgData)).filter(({ command }) => /postgres: signstash_/.test(command));
  const victim = sessions[Math.floor(Math.random() * sessions.length)];
  return victim !== undefined && endIfThere(victim.pid, signal);
}

function postmasterOf(pgData) {
  const found = readPostmaster(pgData);
  if (!found) throw new Error(`No PostgreSQL runs in ${pgData}.`);
  return found.pid;
}

/** Linux says it in one file; `ps` elsewhere takes longer than the pause between two blows. */
function childrenOf(parent) {
  const file = `/proc/${parent}/task/${parent}/children`;
  if (!existsSync(file)) return childrenByPs(parent);
  const pids = readFileSync(file, 'utf8').trim().split(' ').map(Number);
  return pids.filter((pid) => pid > 0).map((pid) => ({ pid, command: commandLine(pid) }));
}

function childrenByPs(parent) {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,command='], { encoding: 'utf8' }).split('\n');
  return lines.flatMap((line) => {
    const [, pid, ppid, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return Number(ppid) === parent ? [{ pid: Number(pid), command }] : [];
  });
}

/** Children of a dying postmaster end by themselves as well. */
function endIfThere(pid, signal) {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    if (error?.code === 'ESRCH') return false;
    throw error;
  }
}
