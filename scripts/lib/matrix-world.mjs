import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clusterEnvironment, missingSecrets } from './database-environment.mjs';
import { migrate } from './demo-database.mjs';
import { startCluster } from './embedded-postgres.mjs';
import { freePort } from './free-port.mjs';
import { step } from './progress.mjs';
import { run } from './run.mjs';

/** @typedef {{ folder: string, ports: readonly number[], env: NodeJS.ProcessEnv, worldFile: string }} MatrixWorld */

const tsx = (...args) => /** @type {[string, string[]]} */ (['tsx', ['--conditions=react-server', ...args]]);

/** A database of its own with the tenants and operators of the matrix, for as long as `work` takes.
 * @template T
 * @param {(world: MatrixWorld) => Promise<T>} work
 * @returns {Promise<T>} */
export async function withMatrixWorld(work) {
  const folder = mkdtempSync(join(tmpdir(), 'signstash-matrix-'));
  try {
    const cluster = await step('Starting PostgreSQL', () => startCluster({ dataDir: folder, quick: true }));
    try {
      // Two processes of the product behind one address, which is part of the cookies' world: all runs serve there, one
      // after another.
      const ports = [await freePort(), await freePort()];
      const address = `http://localhost:${ports[0]}`;
      const env = {
        ...process.env,
        ...missingSecrets(folder),
        ...clusterEnvironment(cluster),
        ...{ AUTH_URL: address, BASE_URL: address, MATRIX_PORTS: ports.join(','), SIGNSTASH_DEMO: 'on' },
        ...{ WORKER: 'off', LOG_LEVEL: 'error' },
        MATRIX_SUPER_URL: cluster.superUrl.replace(/\/[^/]*$/, '/signstash'),
      };
      const worldFile = join(folder, 'world.json');
      await step('Migrating', (report) => migrate(env, report));
      await step('Making the tenants', () => run(...tsx('e2e/matrix/prepare.ts', worldFile), { env }));
      return await work({ folder, ports, env, worldFile });
    } finally {
      await cluster.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Serves a tree and runs one of the four runs from it.
 * @param {string} name
 * @param {MatrixWorld} world
 * @param {Awaited<ReturnType<typeof import('./matrix-tree.mjs').commandsOf>>} commands
 * @returns {Promise<{ cells: number, wrong: number, output: string }>} */
export async function perform(name, { folder, ports, env, worldFile }, commands) {
  const rowSecurity = (word) => commands.run(...tsx('e2e/matrix/row-security.ts', word), { env });
  if (name === 'without-rls') await rowSecurity('off');
  const servers = [];
  try {
    for (const port of ports) {
      const dataDir = join(folder, `server-${port}`);
      mkdirSync(dataDir, { recursive: true });
      servers.push(await commands.startServer({ port, env: { ...env, PORT: String(port) }, dataDir }));
    }
    return countsOf(name, await commands.run(...tsx('e2e/matrix/run.ts', name, worldFile), { env }));
  } catch (error) {
    return countsOf(name, error?.output ?? String(error));
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    if (name === 'without-rls') await rowSecurity('on');
  }
}

/** A run that did not come to its last line has failed. */
function countsOf(name, output) {
  const [, cells, wrong] = new RegExp(`^matrix ${name}: (\\d+) cells, (\\d+) wrong$`, 'm').exec(output) ?? [];
  return { cells: Number(cells ?? 1), wrong: Number(wrong ?? 1), output };
}
