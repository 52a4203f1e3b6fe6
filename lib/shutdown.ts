import 'server-only';
import { closeDatabase } from '@/db/client';
import { startDraining } from './draining';
import { closeHttpServers } from './http-servers';
import { log } from './log';

type Stop = () => Promise<void>;

const shared = globalThis as typeof globalThis & { signstashStops?: Map<string, Stop> };

/** Answers that have begun get this long; together with the rest the process leaves within 30 s. */
const requestsMs = 20_000;
const wholeMs = 29_000;

/** Registers what must stop before the database closes (the worker); `name` replaces an earlier one of that name. */
export function beforeExit(name: string, stop: Stop): void {
  shared.signstashStops ??= new Map();
  shared.signstashStops.set(name, stop);
}

/** Takes SIGTERM and SIGINT as "finish and leave"; Next's own handling is off (NEXT_MANUAL_SIG_HANDLE). */
export function leaveOnSignal(): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void leave(signal));
}

async function leave(signal: string): Promise<void> {
  log().info({ signal }, 'leaving: finishing what has begun');
  setTimeout(() => process.exit(1), wholeMs).unref();
  startDraining();
  const stops = [...(shared.signstashStops ?? [])].map(([name, stop]) => settle(name, stop));
  await Promise.all([closeHttpServers(requestsMs), ...stops]);
  await settle('database', closeDatabase);
  process.exit(0);
}

async function settle(name: string, stop: Stop): Promise<void> {
  try {
    await stop();
  } catch (error) {
    log().error({ err: error, name }, 'did not stop well');
  }
}
