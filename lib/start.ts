import 'server-only';
import { env, tellNextAuth } from './env';
import { watchHttpServers } from './http-servers';
import { leaveOnSignal } from './shutdown';
import { checkUntilAnswered } from './startup-checks';

/** Everything a serving process does before its first request. A fault ends it with one sentence and exit code 1. */
export async function start(): Promise<void> {
  try {
    env();
  } catch (error) {
    return stop(sentenceOf(error));
  }
  tellNextAuth();
  watchHttpServers();
  leaveOnSignal();
  await checkUntilAnswered(stop);
  try {
    // The queue's library is heavy: a process that runs no worker does not load it.
    if (env().WORKER === 'on') (await import('./jobs/worker')).startWorker();
  } catch (error) {
    stop(sentenceOf(error));
  }
}

const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function stop(sentence: string): void {
  console.error(sentence);
  process.exit(1);
}
