import 'server-only';
import { boundedQueue } from '@/lib/bounded-queue';

/** Four hashes of 19 MiB at once, and a line that is served within seconds: memory and waiting stay bounded. */
export const passwordDoor = boundedQueue({ running: 4, waiting: 200, longestWaitMs: 5_000 });
