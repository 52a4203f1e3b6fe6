import 'server-only';
import { asMachine } from '@/db/client';
import { isDatabaseUnavailable, sqlState } from '@/db/errors';
import { type Standing, standingOf } from '@/db/gate/installation';
import { env } from './env';
import { log } from './log';

const shared = globalThis as typeof globalThis & { signstashChecked?: boolean };
const retryMs = 2_000;

/** True once the checks of the start have been answered well. */
export function startChecksPassed(): boolean {
  return shared.signstashChecked === true;
}

/**
 * What is wrong with the login or the installation, in one sentence; null when nothing is. A login with more rights
 * than to enter the roles would make row-level security a decoration.
 */
export function faultOf(standing: Standing, timeZone: string): string | null {
  const { superuser, owns, inherited, closed } = standing;
  if (superuser) return 'The login of DATABASE_URL is a superuser; row-level security would not apply to it.';
  if (owns !== null) return `The login of DATABASE_URL owns ${owns}; it must own nothing.`;
  const role = inherited[0];
  if (role) return `The login of DATABASE_URL inherits role ${role}; grant it WITH INHERIT FALSE.`;
  if (closed[0]) return `The login of DATABASE_URL cannot enter role ${closed[0]}; run the migrations as owner.`;
  if (standing.timeZone === timeZone) return null;
  return `SIGNSTASH_TIME_ZONE is ${timeZone}, but this installation was made with ${standing.timeZone}; days are stored in it.`;
}

/** The database has no schema of ours yet, or an older one: not a fault, /api/ready says so until it is migrated. */
const notMigrated = ['42P01', '42704', '22023', '3F000'];

/**
 * Runs the checks until the database has answered once; a database that is away does not stop the start.
 * @param stop called with one sentence when a check fails
 */
export async function checkUntilAnswered(stop: (sentence: string) => void): Promise<void> {
  const { DATABASE_ROLE_PREFIX, SIGNSTASH_TIME_ZONE } = env();
  try {
    const standing = await asMachine('gate', 'read', (db) => standingOf(db, DATABASE_ROLE_PREFIX));
    const fault = faultOf(standing, SIGNSTASH_TIME_ZONE);
    if (fault) stop(fault);
    else shared.signstashChecked = true;
  } catch (error) {
    if (!isPassing(error)) return stop(sentenceOf(error));
    log().warn({ err: error }, 'the database did not answer the checks of the start; asking again');
    setTimeout(() => void checkUntilAnswered(stop), retryMs).unref();
  }
}

function isPassing(error: unknown): boolean {
  return isDatabaseUnavailable(error) || notMigrated.includes(sqlState(error) ?? '');
}

function sentenceOf(error: unknown): string {
  if (sqlState(error) === '42501')
    return 'The login of DATABASE_URL cannot enter its roles; run the migrations as owner.';
  return `The checks of the start failed: ${error instanceof Error ? error.message : String(error)}`;
}
