import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { asMachine } from '@/db/client';
import { enqueue } from '@/db/jobs/enqueue';
import { usageGauges } from '@/db/jobs/gauges';
import { foldLeaseSeconds } from '@/lib/jobs/worker';

const patienceMs = 20_000;
const pauseMs = 100;

/** Waits until `done`. @returns milliseconds, or null when it did not come in time */
async function until(done: () => Promise<boolean>): Promise<number | null> {
  const began = performance.now();
  while (performance.now() - began < patienceMs) {
    if (await done()) return performance.now() - began;
    await sleep(pauseMs);
  }
  return null;
}

/** How long the application's own worker takes to fold what was written; null: it does not work any more. */
export function folded(): Promise<number | null> {
  return until(async () => {
    const { unfolded } = await asMachine('system', 'read', (db) => usageGauges(db, foldLeaseSeconds));
    return unfolded === 0;
  });
}

/** How long the queue takes to run a job that is given to it now; null: it does not work any more. */
export async function queueWorks(superUrl: string): Promise<number | null> {
  const sql = postgres(superUrl, { max: 1, onnotice: () => {} });
  try {
    await asMachine('system', 'write', (db) => enqueue(db, 'clean_up', {}, 'chaos'));
    return await until(async () => (await sql`select 1 from graphile_worker.jobs where key = 'chaos'`).length === 0);
  } finally {
    await sql.end();
  }
}
