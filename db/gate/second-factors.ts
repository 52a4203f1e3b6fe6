import { sql } from 'drizzle-orm';
import type { Database } from '../transaction';

/** The second factor of an operator, or null when it has none that was confirmed. */
export async function findSecondFactor(db: Database, operatorId: string): Promise<Buffer | null> {
  const [row] = await db.execute<{ secret: Buffer }>(sql`
    select secret from second_factors where operator_id = ${operatorId} and confirmed_at is not null`);
  return row?.secret ?? null;
}

/** Takes the code of a step, once: a code that was read over a shoulder is worth nothing. @returns whether it was free */
export async function takeStep(db: Database, operatorId: string, step: number): Promise<boolean> {
  const rows = await db.execute(sql`
    update second_factors set last_step = ${step}::bigint
    where operator_id = ${operatorId} and last_step < ${step}::bigint returning 1`);
  return rows.length > 0;
}

/** Takes a recovery code, once. @returns whether there was such a one */
export async function takeRecoveryCode(db: Database, operatorId: string, hash: Buffer): Promise<boolean> {
  const rows = await db.execute(sql`
    update recovery_codes set used_at = now()
    where operator_id = ${operatorId} and code_hash = ${hash} and used_at is null returning 1`);
  return rows.length > 0;
}

/** The hash of an operator's password; null without one. */
export async function findPasswordHash(db: Database, operatorId: string): Promise<string | null> {
  const [row] = await db.execute<{ hash: string | null }>(sql`
    select password_hash as hash from operators where id = ${operatorId} and status = 'active'`);
  return row?.hash ?? null;
}

/** Notes that the operator of a session has proved again to be the one who signed in. */
export async function noteVerified(db: Database, sessionId: string): Promise<void> {
  await db.execute(sql`update sessions set verified_at = now() where id = ${sessionId} and ended_at is null`);
}
