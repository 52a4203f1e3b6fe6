import { setTimeout as sleep } from 'node:timers/promises';
import { isDatabaseUnavailable } from '@/db/errors';
import { Failure } from '@/lib/domain/errors';
import { log } from '@/lib/log';

export type Loop = {
  /** Lets the round at hand finish, and begins no other. */
  stop(): Promise<void>;
};

const longestPauseMs = 2_000;

/**
 * Does `round` again and again with a pause between. A round that fails is logged and tried again, later each time but
 * never later than 2 s: when the database comes back, so does the work.
 */
export function startLoop(name: string, everyMs: number, round: () => Promise<unknown>): Loop {
  const stopping = new AbortController();
  const done = (async () => {
    let failures = 0;
    while (!stopping.signal.aborted) {
      failures = await attempt(name, round, failures);
      const pause = Math.min(everyMs * 2 ** Math.min(failures, 6), Math.max(everyMs, longestPauseMs));
      await sleep(pause, undefined, { signal: stopping.signal }).catch(() => {});
    }
  })();
  return {
    stop: () => {
      stopping.abort();
      return done;
    },
  };
}

/** @returns failures in a row. Only the first of an outage is logged, and its end. */
async function attempt(name: string, round: () => Promise<unknown>, failures: number): Promise<number> {
  try {
    await round();
    if (failures > 0) log().info({ loop: name, failures }, 'background loop works again');
    return 0;
  } catch (error) {
    if (failures === 0) {
      const away = isDatabaseUnavailable(error) || (error instanceof Failure && error.code === 'unavailable');
      log()[away ? 'warn' : 'error']({ err: error, loop: name }, 'background loop failed');
    }
    return failures + 1;
  }
}
