import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { leaveOnSignal } from '@/lib/shutdown';
import { checkUntilAnswered } from '@/lib/startup-checks';
import { startWorker } from './jobs/worker';

// The background work as a process of its own (WORKER=only); web processes beside it run with WORKER=off.
try {
  env();
  leaveOnSignal();
  await checkUntilAnswered(stop);
  startWorker();
  log().info('the worker runs');
} catch (error) {
  stop(error instanceof Error ? error.message : String(error));
}

function stop(sentence: string): void {
  console.error(sentence);
  process.exit(1);
}
