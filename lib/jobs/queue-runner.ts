import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Runner, run, type WorkerEvents } from 'graphile-worker';
import { asMachine } from '@/db/client';
import { enqueue } from '@/db/jobs/enqueue';
import { log } from '@/lib/log';
import { beat } from './heartbeat';
import { crontab, queueOptions } from './queue';

/** Jobs at hand get this long when the process is told to stop; it must be gone within 30 s. */
const finishWithinMs = 15_000;
const longestPauseMs = 2_000;

type Queue = {
  /** @returns whether every job that had begun has ended */
  stop(): Promise<boolean>;
  /** Under this id the pool of this process locks its jobs; undefined while it has none. */
  poolId(): string | undefined;
};

/** Runs the queue and its schedule, and starts it anew whenever the library gives up (the database was away). */
export function startQueue(): Queue {
  const stopping = new AbortController();
  let id: string | undefined;
  const events: WorkerEvents = new EventEmitter();
  events.on('pool:create', ({ workerPool }) => {
    id = workerPool.id;
    // While the database is away this fails, and the heartbeat's next round makes up for it.
    beat(id).catch(() => {});
  });
  const done = supervise(stopping.signal, events);
  return {
    poolId: () => id,
    stop: () => {
      stopping.abort();
      return done;
    },
  };
}

/** @returns whether the last pool ended its jobs */
async function supervise(stopping: AbortSignal, events: WorkerEvents): Promise<boolean> {
  let finished = true;
  for (let failures = 0; !stopping.aborted; failures++) {
    try {
      const runner = await run({ ...queueOptions(), crontab, events });
      failures = 0;
      finished = await work(runner, stopping);
    } catch (error) {
      if (failures === 0) log().warn({ err: error }, 'the queue stopped; it is started anew');
    }
    const pause = Math.min(200 * 2 ** Math.min(failures, 4), longestPauseMs);
    await sleep(pause, undefined, { signal: stopping }).catch(() => {});
  }
  return finished;
}

/** Ends when the runner ends by itself, or once it was told to stop and has finished its jobs. */
async function work(runner: Runner, stopping: AbortSignal): Promise<boolean> {
  // Partitions are needed from the first request on; the schedule may be a day away.
  await asMachine('system', 'write', (db) => enqueue(db, 'partitions_ahead', {}, 'partitions_ahead'));
  const told = new Promise<void>((resolve) => {
    if (stopping.aborted) resolve();
    stopping.addEventListener('abort', () => resolve(), { once: true });
  });
  await Promise.race([runner.promise, told]);
  if (!stopping.aborted) return true;
  return Promise.race([runner.stop().then(() => true), sleep(finishWithinMs, false)]);
}
