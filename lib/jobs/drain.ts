import { EventEmitter } from 'node:events';
import { runOnce, type WorkerEvents } from 'graphile-worker';
import { watchCertificates } from '@/lib/services/certificates/watch';
import { runMachine } from '@/lib/services/run';
import { fold } from './fold';
import { freeJobsOfTheDead } from './heartbeat';
import { queueOptions } from './queue';
import { cleanedUp, partitionsAhead, reconcileUsage } from './work';

type Counts = Readonly<Record<string, number>>;

/** What a host without long-lived processes calls by `/api/cron/<job>`, in place of loops and schedule. */
const jobs: ReadonlyMap<string, () => Promise<Counts>> = new Map([
  ['fold', async () => ({ folded: (await runMachine(fold, {})) ?? 0 })],
  ['partitions', partitionsAhead],
  ['reconcile', reconcileUsage],
  ['clean-up', cleanedUp],
  ['certificates', watchCertificates],
  ['queue', runQueueOnce],
]);

/** Runs one job to its end. @returns what it did, in numbers; null when there is no such job */
export async function drain(job: string): Promise<Counts | null> {
  return (await jobs.get(job)?.()) ?? null;
}

/** Works off what waits in the queue now. */
async function runQueueOnce(): Promise<Counts> {
  const counts = { freed: await freeJobsOfTheDead(), done: 0, failed: 0 };
  const events: WorkerEvents = new EventEmitter();
  events.on('job:success', () => counts.done++);
  events.on('job:error', () => counts.failed++);
  await runOnce({ ...queueOptions(), events });
  return counts;
}
