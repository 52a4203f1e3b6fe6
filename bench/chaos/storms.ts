import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { asMachine } from '@/db/client';
import type { Stage } from '../../scripts/lib/chaos-stage.mjs';
import type { Outage } from './outage';

/** What a storm did: when its victim was away, and how many processes were killed. */
export type Blow = { outage: Outage; killed: number };

const beforeMs = 1_500;
const awayMs = 1_000;
const afterMs = 2_500;
const stormMs = 3_000;
const betweenKillsMs = 50;
const longestAwayMs = 60_000;

/** The whole database dies and comes back a second later. */
async function cluster(stage: Stage): Promise<Blow> {
  await sleep(beforeMs);
  stage.killCluster();
  const from = performance.now();
  await sleep(awayMs);
  const [until] = await Promise.all([accepting(), stage.startCluster()]);
  await sleep(afterMs);
  return { outage: { from, until }, killed: 1 };
}

/** Sessions end, one after another, by this signal. */
const sessionsEndBy = (signal: 'SIGKILL' | 'SIGTERM') =>
  async function storm(stage: Stage): Promise<Blow> {
    await sleep(beforeMs);
    const from = performance.now();
    let killed = 0;
    for (let turn = 1; performance.now() - from < stormMs; turn += 1) {
      if (stage.endSession(signal)) killed += 1;
      await sleep(from + turn * betweenKillsMs - performance.now());
    }
    const until = await accepting();
    await sleep(afterMs);
    return { outage: { from, until }, killed };
  };

/** The application dies and is started again. */
async function application(stage: Stage): Promise<Blow> {
  await sleep(beforeMs);
  await stage.killServer();
  const from = performance.now();
  await stage.startServer();
  const until = performance.now();
  await sleep(afterMs);
  return { outage: { from, until }, killed: 1 };
}

/**
 * PostgreSQL answers kill -9 of one backend by a restart of them all; SIGTERM ends that one alone, with whatever it was
 * at, while its peers go on.
 */
export const storms = {
  cluster,
  backends: sessionsEndBy('SIGKILL'),
  sessions: sessionsEndBy('SIGTERM'),
  application,
};
export type StormName = keyof typeof storms;

/** Asks PostgreSQL until it answers a query of ours. */
async function accepting(): Promise<number> {
  const latest = performance.now() + longestAwayMs;
  for (;;) {
    try {
      await asMachine('gate', 'read', (db) => db.execute(sql`select 1`));
      return performance.now();
    } catch (error) {
      if (performance.now() > latest) throw error;
      await sleep(20);
    }
  }
}
