import 'server-only';
import { asMachine } from '@/db/client';
import { appliedMigrations } from '@/db/gate/installation';
import journal from '@/db/migrations/meta/_journal.json';
import { isDraining } from './draining';
import { log } from './log';
import { startChecksPassed } from './startup-checks';

export type Unreadiness = 'draining' | 'database' | 'migrations' | 'checks';

const longestAnswerMs = 2_500;
const patienceMs = 2_000;

/** Why this process should get no requests, or null when it should. Answers within three seconds, always. */
export async function whyNotReady(): Promise<Unreadiness | null> {
  if (isDraining()) return 'draining';
  const late = new Promise<'database'>((answer) => setTimeout(answer, longestAnswerMs, 'database').unref());
  return Promise.race([databaseProblem(), late]);
}

async function databaseProblem(): Promise<Unreadiness | null> {
  try {
    const applied = await asMachine('gate', 'read', appliedMigrations, patienceMs);
    if (journal.entries.some(({ tag }) => !applied.includes(tag))) return 'migrations';
    return startChecksPassed() ? null : 'checks';
  } catch (error) {
    log().warn({ err: error }, 'not ready');
    return 'database';
  }
}
