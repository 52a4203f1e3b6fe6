import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startCluster } from '../../scripts/lib/embedded-postgres.mjs';
import { migrate } from '../migrate';

/**
 * Starts a throw-away cluster and migrates its database once. Nobody connects to that one again: it is the template
 * from which each test file gets a database of its own (suite-database.ts).
 */
export default async function setup(): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'signstash-test-'));
  const cluster = await startCluster({ dataDir, quick: true });
  process.env.TEST_OWNER_URL = cluster.ownerUrl;
  process.env.TEST_APP_URL = cluster.appUrl;
  process.env.TEST_WORKER_URL = cluster.workerUrl;
  process.env.TEST_SUPER_URL = cluster.superUrl;
  await migrate({
    ownerUrl: cluster.ownerUrl,
    appUrl: cluster.appUrl,
    workerUrl: cluster.workerUrl,
    rolePrefix: 'signstash_',
    timeZone: 'Europe/Lisbon',
  });
  return async () => {
    await cluster.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
