import { describe, expect, it } from 'vitest';
import { boundedQueue, QueueFull } from './bounded-queue';

function deferred() {
  const handle: { done: () => void } = { done: () => {} };
  const work = () =>
    new Promise<void>((goOn) => {
      handle.done = goOn;
    });
  return { handle, work };
}

const tick = () => new Promise((goOn) => setTimeout(goOn, 1));

describe('boundedQueue', () => {
  it('never runs more at once than it may, and runs all', async () => {
    const queue = boundedQueue({ running: 4, waiting: 100, longestWaitMs: 1_000 });
    let now = 0;
    let most = 0;
    const work = async () => {
      now += 1;
      most = Math.max(most, now);
      await tick();
      now -= 1;
      return 1;
    };
    const all = await Promise.all(Array.from({ length: 50 }, () => queue(work)));
    expect(all).toHaveLength(50);
    expect(most).toBe(4);
  });

  it('turns away who finds the line full', async () => {
    const queue = boundedQueue({ running: 1, waiting: 1, longestWaitMs: 1_000 });
    const first = deferred();
    const running = queue(first.work);
    const waiting = queue(tick);
    await expect(queue(tick)).rejects.toBeInstanceOf(QueueFull);
    first.handle.done();
    await Promise.all([running, waiting]);
  });

  it('turns away who has waited too long, and serves those behind', async () => {
    const queue = boundedQueue({ running: 1, waiting: 5, longestWaitMs: 20 });
    const first = deferred();
    const running = queue(first.work);
    await expect(queue(tick)).rejects.toBeInstanceOf(QueueFull);
    const later = queue(async () => 'served');
    first.handle.done();
    await running;
    expect(await later).toBe('served');
  });

  it('frees the place of a work that fails', async () => {
    const queue = boundedQueue({ running: 1, waiting: 1, longestWaitMs: 1_000 });
    await expect(queue(async () => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
    expect(await queue(async () => 'next')).toBe('next');
  });
});
