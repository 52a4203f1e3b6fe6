import { log } from '@/lib/log';
import { leaveOnSignal } from '@/lib/shutdown';
import { startWorker } from './worker';

// The background work as a process of its own (WORKER=only); web processes beside it run with WORKER=off.
leaveOnSignal();
startWorker();
log().info('the worker runs');
