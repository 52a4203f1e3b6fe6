import './lib/require-node.mjs';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { commandOptions } from './lib/arguments.mjs';
import { clusterEnvironment, dataFolder, missingSecrets } from './lib/database-environment.mjs';
import { isSeeded, markSeeded, migrate, seed } from './lib/demo-database.mjs';
import { startCluster } from './lib/embedded-postgres.mjs';
import { freePort } from './lib/free-port.mjs';
import { commandsOf, copyTree } from './lib/matrix-tree.mjs';
import { fail, step } from './lib/progress.mjs';
import { resolveCommand, runAttached } from './lib/run.mjs';
import { listenForStop, stopSignal } from './lib/shutdown.mjs';

// The bars of the product, each a ratio of two sides measured in one run. The data stay in <data folder>/bench; the
// build is a copy with one empty page more, since pages are measured against it.
const { operations, only } = commandOptions({
  operations: { type: 'string', default: '1000000' },
  only: { type: 'string' },
});
const folder = join(dataFolder(), `bench-${operations}`);
const tree = join(folder, 'tree');
const heap = '--max-old-space-size=256 --max-semi-space-size=16';

const emptyPage = `import { requireActor } from '@/lib/auth/current-actor';
export default async function EmptyPage() {
  await requireActor('/bench-empty');
  return <h1>Empty</h1>;
}
`;

/** Builds the copy anew: a bench of yesterday's build says nothing. */
async function buildCopy() {
  rmSync(tree, { recursive: true, force: true });
  await step('Copying the sources', async () => copyTree(tree));
  const page = join(tree, 'app/(signed-in)/(administrator)/bench-empty/page.tsx');
  mkdirSync(dirname(page), { recursive: true });
  writeFileSync(page, emptyPage);
  const commands = await commandsOf(tree);
  await step('Building', commands.build);
  return commands;
}

/** The bare server beside the application. @returns {Promise<() => void>} its stop */
function startFloor(env) {
  const [command, args] = resolveCommand('tsx', ['--conditions=react-server', 'bench/floor-server.ts']);
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The floor server ended with ${code}.`)));
    child.stdout.once('data', () => resolve(() => child.kill('SIGTERM')));
  });
}

async function measure(cluster, commands) {
  const [port, floorPort] = [await freePort(), await freePort()];
  const superUrl = new URL(cluster.superUrl);
  superUrl.pathname = '/signstash';
  const baseUrl = `http://localhost:${port}`;
  const env = {
    ...process.env,
    ...missingSecrets(folder),
    ...clusterEnvironment(cluster),
    PORT: String(port),
    AUTH_URL: baseUrl,
    BASE_URL: baseUrl,
    FLOOR_PORT: String(floorPort),
    FLOOR_URL: `http://127.0.0.1:${floorPort}`,
    BENCH_SUPER_URL: superUrl.href,
    BENCH_TREE: tree,
    BENCH_SERVER_NOTE: join(folder, 'server.json'),
    SIGNSTASH_DEMO: 'on',
    LOG_LEVEL: 'warn',
    BENCH_HEAP: heap,
  };
  await step('Migrating', (report) => migrate(env, report));
  if (!isSeeded(folder)) {
    await step(`Seeding ${operations} operations`, (report) => seed(env, { operations }, report));
    markSeeded(folder);
  }
  const served = { ...env, NODE_OPTIONS: heap };
  const server = await step('Starting the server', () => commands.startServer({ port, env: served, dataDir: folder }));
  const stopFloor = await startFloor(env);
  try {
    stopSignal.throwIfAborted();
    return await runAttached(
      'tsx',
      ['--conditions=react-server', 'bench/run.ts', ...(only ? only.split(',') : [])],
      env,
    );
  } finally {
    stopFloor();
    await server.stop();
  }
}

listenForStop();
try {
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
  const commands = await buildCopy();
  const cluster = await step('Starting PostgreSQL', () => startCluster({ dataDir: folder }));
  try {
    process.exitCode = await measure(cluster, commands);
  } finally {
    await cluster.stop();
  }
} catch (error) {
  if (stopSignal.aborted) process.exitCode = 130;
  else fail(error);
}
