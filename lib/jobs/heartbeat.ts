import { hostname } from 'node:os';
import { makeWorkerUtils } from 'graphile-worker';
import { asMachine } from '@/db/client';
import { dropLease, takeExpired, takeLease } from '@/db/jobs/leases';
import { log } from '@/lib/log';
import { startLoop } from './loop';
import { queueOptions } from './queue';

const everyMs = 5_000;
/** A worker that was silent this long is taken for dead (the library itself would wait four hours). */
const deadAfterMs = 30_000;
const prefix = 'worker:';
const holder = `${hostname()}:${process.pid}`;

type Heartbeat = {
  /** @param finished whether the pool's jobs have ended; if not, its lease runs out and another worker frees them */
  stop(finished: boolean): Promise<void>;
};

/** Says every 5 s that this process's worker pool lives, and frees the jobs of pools that no longer say so. */
export function startHeartbeat(poolId: () => string | undefined): Heartbeat {
  const loop = startLoop('heartbeat', everyMs, async () => {
    const id = poolId();
    if (id) await beat(id);
    await freeJobsOfTheDead();
  });
  return {
    stop: async (finished) => {
      await loop.stop();
      const id = poolId();
      if (id && finished) await asMachine('system', 'write', (db) => dropLease(db, `${prefix}${id}`, holder));
    },
  };
}

/** Says that a pool lives; at once for a new one, so that none can die unseen. */
export async function beat(pool: string): Promise<void> {
  await asMachine('system', 'write', (db) => takeLease(db, `${prefix}${pool}`, holder, deadAfterMs));
}

/** Frees the jobs of dead pools. Their leases go in the same transaction: if freeing fails, the next round tries again. */
export function freeJobsOfTheDead(): Promise<number> {
  return asMachine('system', 'write', async (db) => {
    const dead = await takeExpired(db, prefix);
    if (dead.length === 0) return 0;
    const { connectionString, logger } = queueOptions();
    const utils = await makeWorkerUtils({
      ...(connectionString ? { connectionString } : {}),
      ...(logger ? { logger } : {}),
    });
    try {
      await utils.forceUnlockWorkers(dead);
    } finally {
      await utils.release();
    }
    log().warn({ pools: dead }, 'freed the jobs of workers that fell silent');
    return dead.length;
  });
}
