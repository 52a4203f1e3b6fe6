import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const word = () => randomBytes(24).toString('base64url');

/** What an installation without configuration needs to keep to itself: passwords of the cluster's logins and the
 * application's own secrets. */
const recipe = {
  superPassword: word,
  ownerPassword: word,
  appPassword: word,
  workerPassword: word,
  AUTH_SECRET: () => randomBytes(32).toString('base64'),
  SIGNSTASH_MASTER_KEY: () => randomBytes(32).toString('base64'),
  SIGNSTASH_ENGINE_TOKEN: word,
  CRON_SECRET: word,
  METRICS_TOKEN: word,
};

/** @typedef {Record<keyof typeof recipe, string>} ClusterSecrets */

/** Reads `<dataDir>/secrets.json` (mode 0600), makes it first when absent, and adds what a newer version needs.
 * @param {string} dataDir
 * @returns {ClusterSecrets} */
export function clusterSecrets(dataDir) {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const path = join(dataDir, 'secrets.json');
  const kept = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
  const missing = Object.keys(recipe).filter((name) => typeof kept[name] !== 'string');
  if (missing.length === 0) return kept;
  const all = { ...kept, ...Object.fromEntries(missing.map((name) => [name, recipe[name]()])) };
  // Written beside and renamed: a crash in between must not lose the passwords of a cluster that exists.
  writeFileSync(`${path}.new`, `${JSON.stringify(all, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
  return all;
}

/** The secrets that the application reads from its environment.
 * @param {ClusterSecrets} secrets
 * @returns {Record<string, string>} */
export function applicationSecrets(secrets) {
  return Object.fromEntries(Object.entries(secrets).filter(([name]) => name === name.toUpperCase()));
}
