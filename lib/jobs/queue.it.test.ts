import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { asMachine } from '@/db/client';
import { sqlState } from '@/db/errors';
import { enqueue } from '@/db/jobs/enqueue';
import { takeLease } from '@/db/jobs/leases';
import { asSuperuser } from '@/db/testing/owner-connection';
import { drain } from './drain';
import { startWorker, stopWorker } from './worker';

const superuser = asSuperuser();
const waiting = async () =>
  (await superuser`select key, attempts, locked_by from graphile_worker.jobs order by key`).map(({ key }) => key);
const put = (key: string) => asMachine('system', 'write', (db) => enqueue(db, 'clean_up', {}, key));

beforeAll(() => void vi.stubEnv('LOG_LEVEL', 'error'));

afterEach(async () => {
  await superuser`delete from graphile_worker._private_jobs`;
});

describe('the queue', () => {
  it('takes a job with the transaction that puts it there, and only then', async () => {
    const failing = asMachine('system', 'write', async (db) => {
      await enqueue(db, 'clean_up', {}, 'lost');
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    await put('kept');
    expect(await waiting()).toEqual(['kept']);
  });

  it('holds one job a key', async () => {
    await Promise.all([put('same'), put('same'), put('other')]);
    expect(await waiting()).toEqual(['other', 'same']);
  });

  it('refuses a task that is not on the list', async () => {
    const unknown = asMachine('system', 'write', (db) => enqueue(db, 'anything' as 'clean_up', {}, 'x'));
    await expect(unknown.catch(sqlState)).resolves.toBe('22023');
  });

  it('is worked off by a host without a worker', async () => {
    await put('one');
    await put('two');
    expect(await drain('queue')).toEqual({ freed: 0, done: 2, failed: 0 });
    expect(await waiting()).toEqual([]);
  });

  it('starts the job of a worker that was killed again, once its heartbeat has been silent', async () => {
    await put('held');
    await superuser`update graphile_worker._private_jobs set locked_by = 'dead-pool', locked_at = now(), attempts = 1`;
    await superuser`update graphile_worker._private_job_queues set locked_by = 'dead-pool', locked_at = now()`;
    await asMachine('system', 'write', (db) => takeLease(db, 'worker:dead-pool', 'killed', 60_000));
    expect(await drain('queue')).toEqual({ freed: 0, done: 0, failed: 0 });
    await asMachine('system', 'write', (db) => takeLease(db, 'worker:dead-pool', 'killed', -1));
    expect(await drain('queue')).toEqual({ freed: 1, done: 1, failed: 0 });
  });
});

describe('the worker', () => {
  it('makes partitions at its start, does what is enqueued, folds, beats, and leaves nothing behind when it stops', async () => {
    startWorker();
    startWorker();
    await put('now');
    await vi.waitFor(async () => expect(await waiting()).toEqual([]), { timeout: 10_000, interval: 50 });
    const leases = () => superuser`select name from leases where name = 'fold' or starts_with(name, 'worker:')`;
    await vi.waitFor(async () => expect(await leases()).toHaveLength(2), { timeout: 10_000, interval: 50 });
    await stopWorker();
    expect(await leases()).toHaveLength(0);
    await put('later');
    expect(await waiting()).toEqual(['later']);
  });

  it('lives through the loss of all its connections and works again within five seconds', async () => {
    startWorker();
    await vi.waitFor(async () => expect(await waiting()).toEqual([]), { timeout: 10_000, interval: 50 });
    const end = () => superuser`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`;
    for (let round = 0; round < 5; round++) await end();
    const started = Date.now();
    await vi.waitFor(() => put('after'), { timeout: 5_000, interval: 50 });
    await vi.waitFor(async () => expect(await waiting()).toEqual([]), { timeout: 5_000, interval: 50 });
    expect(Date.now() - started).toBeLessThan(5_000);
    await stopWorker();
  });
});
