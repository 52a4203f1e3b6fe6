import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { asMachine } from '@/db/client';
import { dropLease, takeLease } from '@/db/jobs/leases';
import { workerUrl } from '@/lib/database-urls';
import { runMachine } from '@/lib/services/run';
import { beforeExit } from '@/lib/shutdown';
import { fold } from './fold';
import { startHeartbeat } from './heartbeat';
import { type Loop, startLoop } from './loop';
import { startQueue } from './queue-runner';

/** How long a folder that died keeps others from folding; readers add what is not folded, so nothing is wrong meanwhile. */
export const foldLeaseSeconds = 5;

// Next bundles server code more than once; a process has one worker.
const shared = globalThis as typeof globalThis & { signstashWorker?: Loop };

/**
 * Starts the background work of this process: the queue with its schedule, the fold, heartbeat and recovery.
 * @throws Error in one sentence when the queue's login is not configured
 */
export function startWorker(): void {
  if (shared.signstashWorker) return;
  workerUrl();
  const queue = startQueue();
  const folder = startFold();
  const heartbeat = startHeartbeat(queue.poolId);
  shared.signstashWorker = {
    stop: async () => {
      const [finished] = await Promise.all([queue.stop(), folder.stop()]);
      await heartbeat.stop(finished);
    },
  };
  beforeExit('worker', stopWorker);
}

/** Takes no new work and waits until what has begun is done; what does not end in time is left for another worker. */
export async function stopWorker(): Promise<void> {
  const worker = shared.signstashWorker;
  delete shared.signstashWorker;
  await worker?.stop();
}

function startFold(): Loop {
  const holder = `${hostname()}:${process.pid}:${randomBytes(4).toString('hex')}`;
  const loop = startLoop('fold', 1_000, async () => {
    const mine = await asMachine('system', 'write', (db) => takeLease(db, 'fold', holder, foldLeaseSeconds * 1_000));
    if (mine) await runMachine(fold, {});
  });
  return {
    stop: async () => {
      await loop.stop();
      await asMachine('system', 'write', (db) => dropLease(db, 'fold', holder));
    },
  };
}
