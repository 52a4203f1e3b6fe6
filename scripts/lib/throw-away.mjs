import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, isBuilt } from './build.mjs';
import { clusterEnvironment, missingSecrets } from './database-environment.mjs';
import { enrolCertificates, migrate, seed } from './demo-database.mjs';
import { startCluster } from './embedded-postgres.mjs';
import { freePort } from './free-port.mjs';
import { step } from './progress.mjs';
import { startSandbox } from './sandbox.mjs';
import { startServer } from './server.mjs';
import { stopSignal } from './shutdown.mjs';

/** The built application on a database of its own, seeded with a small demonstration, for as long as `work` takes;
 * afterwards nothing is left of it.
 * @template T
 * @param {{ operations: number, quick?: boolean }} options
 * @param {(served: { baseUrl: string, env: NodeJS.ProcessEnv, cluster: import('./embedded-postgres.d.mts').Cluster,
 *   server: import('./server.mjs').Server, dataDir: string }) => Promise<T>} work
 * @returns {Promise<T>} */
export async function withServedApplication({ operations, quick = true }, work) {
  if (!isBuilt()) await step('Building', build);
  const dataDir = mkdtempSync(join(tmpdir(), 'signstash-served-'));
  try {
    const cluster = await step('Starting PostgreSQL', () => startCluster({ dataDir, quick }));
    try {
      const port = await freePort();
      const baseUrl = `http://localhost:${port}`;
      const settings = {
        PORT: String(port),
        AUTH_URL: baseUrl,
        BASE_URL: baseUrl,
        SIGNSTASH_DEMO: 'on',
        LOG_LEVEL: 'debug',
        // For tests that search what was written: log, sandbox, database.
        SIGNSTASH_SERVED_FOLDER: dataDir,
        SIGNSTASH_SERVED_DATABASE: cluster.superUrl,
      };
      const env = { ...process.env, ...missingSecrets(dataDir), ...clusterEnvironment(cluster), ...settings };
      await step('Migrating', (report) => migrate(env, report));
      await step('Seeding', (report) => seed(env, { operations: String(operations) }, report));
      const sandbox = await step('Starting the sandbox authority', () => startSandbox({ dataDir, env }));
      try {
        const served = { ...env, SIGNSTASH_SANDBOX_URL: sandbox.url };
        await step('Enrolling certificates and signing documents', (report) => enrolCertificates(served, report));
        const server = await step('Starting the server', () => startServer({ port, env: served, dataDir }));
        try {
          stopSignal.throwIfAborted();
          return await work({ baseUrl, env: served, cluster, server, dataDir });
        } finally {
          await server.stop();
        }
      } finally {
        await sandbox.stop();
      }
    } finally {
      await cluster.stop();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}
