import { applicationSecrets, clusterSecrets } from './cluster-secrets.mjs';
import { attachCluster, startCluster } from './embedded-postgres.mjs';
import { inRoot } from './root.mjs';

/** Folder of the embedded database. */
export const dataFolder = () => process.env.SIGNSTASH_DATA_DIR || inRoot('.data');

/** A database for a command: the one that DATABASE_URL names, else the embedded one, attached to where it already runs.
 * @typedef {{ env: Record<string, string>, kind: 'given' | 'attached' | 'started', stop(): Promise<void>,
 *   cluster?: import('./embedded-postgres.d.mts').Cluster }} DatabaseEnvironment
 * @returns {Promise<DatabaseEnvironment>} */
export async function databaseEnvironment() {
  if (process.env.DATABASE_URL) return { env: {}, kind: 'given', stop: async () => {} };
  const attached = attachCluster(dataFolder());
  const cluster = attached ?? (await startCluster({ dataDir: dataFolder() }));
  return { env: clusterEnvironment(cluster), kind: attached ? 'attached' : 'started', stop: cluster.stop, cluster };
}

/** @param {import('./embedded-postgres.d.mts').Cluster} cluster
 * @returns {Record<string, string>} */
export function clusterEnvironment(cluster) {
  return {
    DATABASE_URL: cluster.appUrl,
    DATABASE_OWNER_URL: cluster.ownerUrl,
    DATABASE_WORKER_URL: cluster.workerUrl,
  };
}

/** Secrets of the installation in a data folder, for the demonstration and for tests; what the caller set himself wins.
 * @param {string} dataDir
 * @returns {Record<string, string>} */
export function missingSecrets(dataDir) {
  const all = Object.entries(applicationSecrets(clusterSecrets(dataDir)));
  return Object.fromEntries(all.filter(([name]) => !process.env[name]));
}
