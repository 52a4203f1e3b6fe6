import { and, eq, inArray, sql } from 'drizzle-orm';
import { exportChunks, exportRuns } from '@/db/schema';
import type { Database } from '@/db/transaction';
import { type ExportFailure, hoursKept } from '@/lib/domain/export';

const daysRemembered = 7;

/**
 * Takes an export that waits, or one whose worker died on the way: what that one wrote is thrown away, since a snapshot
 * cannot be taken up again. Null when it has ended meanwhile.
 */
export async function takeExport(db: Database, id: string) {
  const [run] = await db
    .update(exportRuns)
    .set({ state: 'running', startedAt: sql`now()`, announced: null, rows: 0, bytes: 0 })
    .where(and(eq(exportRuns.id, id), inArray(exportRuns.state, ['waiting', 'running'])))
    .returning();
  if (!run) return null;
  await db.delete(exportChunks).where(eq(exportChunks.exportId, id));
  return run;
}

/** Says how many rows will come. @returns whether the export is still wanted */
export async function announceExport(db: Database, id: string, announced: number): Promise<boolean> {
  const rows = await db.update(exportRuns).set({ announced }).where(isRunning(id)).returning({ id: exportRuns.id });
  return rows.length > 0;
}

type Piece = { id: string; operatorId: string; seq: number; data: Buffer; rows: number };

/** Keeps a piece of the file, and counts it. @returns whether the export is still wanted */
export async function keepExportPiece(db: Database, piece: Piece): Promise<boolean> {
  const { id, operatorId, seq, data } = piece;
  const counted = await db
    .update(exportRuns)
    .set({
      rows: sql`${exportRuns.rows} + ${piece.rows}::bigint`,
      bytes: sql`${exportRuns.bytes} + ${data.byteLength}::bigint`,
    })
    .where(isRunning(id))
    .returning({ id: exportRuns.id });
  if (counted.length === 0) return false;
  await db.insert(exportChunks).values({ exportId: id, operatorId, seq, data });
  return true;
}

/** The file is whole; from now on its time runs. @returns whether it was still wanted */
export async function finishExport(db: Database, id: string): Promise<boolean> {
  const rows = await db
    .update(exportRuns)
    .set({ state: 'done', finishedAt: sql`now()`, expiresAt: sql`now() + make_interval(hours => ${hoursKept}::int)` })
    .where(isRunning(id))
    .returning({ id: exportRuns.id });
  return rows.length > 0;
}

/** Ends an export that came to nothing; what it wrote goes. One that was cancelled stays so. */
export async function endExport(db: Database, id: string, failure: ExportFailure | null): Promise<void> {
  await db.delete(exportChunks).where(eq(exportChunks.exportId, id));
  if (failure === null) return;
  await db.update(exportRuns).set({ state: 'failed', failure, finishedAt: sql`now()` }).where(isRunning(id));
}

const isRunning = (id: string) => and(eq(exportRuns.id, id), eq(exportRuns.state, 'running'));

/** Gives up what is a day old and not written, deletes files whose time is over, and a week later what is remembered. @returns files over */
export async function cleanUpExports(db: Database): Promise<number> {
  // No worker has come to its end with these: whoever waits is told, and may begin another.
  await db
    .update(exportRuns)
    .set({ state: 'failed', failure: 'fault', finishedAt: sql`now()` })
    .where(
      and(
        inArray(exportRuns.state, ['waiting', 'running']),
        sql`${exportRuns.createdAt} < now() - make_interval(hours => ${hoursKept}::int)`,
      ),
    );
  const over = await db
    .update(exportRuns)
    .set({ state: 'expired' })
    .where(and(eq(exportRuns.state, 'done'), sql`${exportRuns.expiresAt} <= now()`))
    .returning({ id: exportRuns.id });
  const useless = db
    .select({ id: exportRuns.id })
    .from(exportRuns)
    .where(inArray(exportRuns.state, ['expired', 'cancelled', 'failed']));
  await db.delete(exportChunks).where(inArray(exportChunks.exportId, useless));
  await db
    .delete(exportRuns)
    .where(sql`${exportRuns.finishedAt} < now() - make_interval(days => ${daysRemembered}::int)`);
  return over.length;
}
