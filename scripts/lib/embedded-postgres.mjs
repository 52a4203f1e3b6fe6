import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { prepareDatabase } from './cluster-bootstrap.mjs';
import { clusterSecrets } from './cluster-secrets.mjs';
import { freePort } from './free-port.mjs';
import { postgresBinaries } from './postgres-binaries.mjs';
import { postgresIdentity } from './postgres-identity.mjs';
import { serverSettings } from './postgres-settings.mjs';
import { clearOrphan, livingLauncher, readPostmaster, runningPostmaster, stopPostmaster } from './postmaster.mjs';
import { birthMark, sleep } from './processes.mjs';

/** @typedef {import('./embedded-postgres.d.mts').Cluster} Cluster */

const startDeadline = 60_000;

/** Starts the PostgreSQL kept in a folder of its own, made on the first call: login `signstash_owner` (no superuser)
 * and its database `signstash`. Ends a server that a killed predecessor left. Refuses while another launcher holds it.
 * @param {import('./embedded-postgres.d.mts').ClusterOptions} options
 * @returns {Promise<Cluster>} */
export async function startCluster({ dataDir: folder, port, quick = false }) {
  const dataDir = resolve(folder);
  const pgData = join(dataDir, 'postgres');
  const holder = livingLauncher(dataDir);
  if (holder && holder !== process.pid && runningPostmaster(pgData)) {
    throw new Error(`The database in ${dataDir} is in use by process ${holder}: stop that first.`);
  }
  const secrets = clusterSecrets(dataDir);
  const identity = postgresIdentity(dataDir, pgData);
  await clearOrphan(pgData);
  if (!existsSync(pgData)) createFiles(dataDir, pgData, secrets, identity, quick);
  writeFileSync(join(dataDir, 'launcher.json'), JSON.stringify({ pid: process.pid, mark: birthMark(process.pid) }));
  const server = await launch({ dataDir, pgData, port, quick, identity });
  const lastResort = () => server.child.kill('SIGINT');
  process.once('exit', lastResort);
  const cluster = clusterAt(secrets, server.port, async () => {
    process.off('exit', lastResort);
    if (server.child.exitCode === null && server.child.signalCode === null) await stopPostmaster(server.child.pid);
    rmSync(join(dataDir, 'launcher.json'), { force: true });
  });
  try {
    await prepareDatabase(cluster.superUrl, secrets);
  } catch (error) {
    await cluster.stop();
    throw error;
  }
  return cluster;
}

/** The cluster that another living launcher runs in this folder, ready for connections; its `stop` leaves it alone.
 * @param {string} folder
 * @returns {Cluster | undefined} */
export function attachCluster(folder) {
  const dataDir = resolve(folder);
  const running = livingLauncher(dataDir) ? runningPostmaster(join(dataDir, 'postgres')) : undefined;
  return running?.ready ? clusterAt(clusterSecrets(dataDir), running.port, async () => {}) : undefined;
}

function clusterAt(secrets, port, stop) {
  const url = (user, password, database) => `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;
  return {
    port,
    secrets,
    superUrl: url('postgres', secrets.superPassword, 'postgres'),
    ownerUrl: url('signstash_owner', secrets.ownerPassword, 'signstash'),
    appUrl: url('signstash_app', secrets.appPassword, 'signstash'),
    workerUrl: url('signstash_worker', secrets.workerPassword, 'signstash'),
    stop,
  };
}

/** initdb works beside and is renamed: half a folder after a crash would never start. */
function createFiles(dataDir, pgData, secrets, identity, quick) {
  const draft = join(dataDir, 'postgres.new');
  const passwordFile = join(dataDir, 'initdb.password');
  rmSync(draft, { recursive: true, force: true });
  spawnSync('mkdir', ['-m', '700', draft]);
  writeFileSync(passwordFile, secrets.superPassword, { mode: 0o600 });
  identity.own(draft);
  identity.own(passwordFile);
  const options = ['-D', draft, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8'];
  options.push('--locale-provider=builtin', '--locale=C.UTF-8', ...(quick ? ['-N'] : []));
  const [command, args] = identity.wrap(postgresBinaries().initdb, options);
  const run = spawnSync(command, args, { ...identity.spawn, encoding: 'utf8' });
  rmSync(passwordFile, { force: true });
  if (run.status !== 0) {
    const reason = run.error?.message ?? run.stderr.trim().split('\n').slice(0, 3).join(' ');
    throw new Error(
      `The embedded PostgreSQL cannot be created in ${dataDir}: ${reason} (Set DATABASE_URL to use a PostgreSQL of your own.)`,
    );
  }
  renameSync(draft, pgData);
}

/** Retries a stale lock (right after a kill -9 the old server is still there) and a port that was taken meanwhile. */
async function launch({ dataDir, pgData, port: wanted, quick, identity }) {
  const logFile = join(dataDir, 'postgres.log');
  if (existsSync(logFile)) renameSync(logFile, `${logFile}.1`);
  const until = Date.now() + startDeadline;
  while (true) {
    const port = wanted ?? (await freePort());
    const [command, args] = identity.wrap(postgresBinaries().postgres, [
      ...['-D', pgData, '-p', String(port)],
      ...serverSettings(quick).flatMap((setting) => ['-c', setting]),
    ]);
    const log = openSync(logFile, 'w', 0o600);
    // A group of its own: Ctrl-C must reach the launcher alone, which stops things in their order.
    const child = spawn(command, args, { ...identity.spawn, stdio: ['ignore', log, log], detached: true });
    closeSync(log);
    if (await isReady(child, pgData, until)) return { child, port };
    const tail = readFileSync(logFile, 'utf8');
    const again = /lock file|pre-existing shared memory/.test(tail) || (!wanted && /could not bind/i.test(tail));
    if (!again || Date.now() > until) throw new Error(`PostgreSQL does not start:\n${tail.trim()}`);
    await sleep(200);
  }
}

async function isReady(child, pgData, until) {
  let failed = false;
  child.once('error', () => {
    failed = true;
  });
  while (!failed && child.exitCode === null && child.signalCode === null) {
    const found = readPostmaster(pgData);
    if (found?.pid === child.pid && found?.ready) return true;
    if (Date.now() > until) await stopPostmaster(child.pid);
    await sleep(20);
  }
  return false;
}
