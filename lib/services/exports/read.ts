import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { exportChunks, exportRuns } from '@/db/schema';
import { isOneself } from '@/db/scope';
import { notFound } from '@/lib/domain/errors';
import { timeOfId } from '@/lib/domain/ids';
import { command, query } from '../define';
import { ownRun, ownRuns } from './own';
import type { ExportRun } from './schemas';
import { standingSchema, stillStands } from './standing';

const idSchema = z.strictObject({ id: z.string() });

/** The operator's own recent exports. */
export const listExports = query({
  name: 'exports.list',
  permission: 'exports.own',
  input: z.strictObject({}),
  run: ({ db, actor }): Promise<ExportRun[]> => ownRuns(db, actor),
});

/** One of the operator's own exports. @throws Failure not_found */
export const getExport = query({
  name: 'exports.get',
  permission: 'exports.own',
  input: idSchema,
  run: ({ db, actor, input }): Promise<ExportRun> => ownRun(db, actor, input.id),
});

/**
 * Opens the file of an export to whoever may still see what is in it, on the record.
 * @throws Failure not_found also when its time is over, or when rights that it was made under are gone
 */
export const fetchExport = command({
  name: 'exports.fetch',
  permission: 'exports.own',
  input: idSchema,
  run: async ({ db, actor, input, audit }) => {
    const run = await ownRun(db, actor, input.id);
    if (run.state !== 'done') throw notFound();
    const [kept] = await db
      .select({ standing: exportRuns.standing })
      .from(exportRuns)
      .where(and(isOneself(actor, exportRuns.operatorId), eq(exportRuns.id, input.id)));
    if (!stillStands(actor, standingSchema.parse(kept?.standing))) throw notFound();
    const { list, format, rows, bytes } = run;
    const change = { target: { type: 'export', id: run.id }, before: null, after: { list, format, rows, bytes } };
    return audit({ ...change, partnerId: actor.partnerId, issuerId: actor.issuerId }, run);
  },
});

/** A piece of an export's file, while it can be fetched. @throws Failure not_found */
export const readExportPiece = query({
  name: 'exports.piece',
  permission: 'exports.own',
  input: idSchema.extend({ seq: z.number().int().min(0) }),
  run: async ({ db, actor, input }): Promise<Uint8Array> => {
    if (timeOfId(input.id) === null) throw notFound();
    const [piece] = await db
      .select({ data: exportChunks.data })
      .from(exportChunks)
      .innerJoin(exportRuns, eq(exportRuns.id, exportChunks.exportId))
      .where(
        and(
          isOneself(actor, exportRuns.operatorId),
          eq(exportRuns.id, input.id),
          eq(exportRuns.state, 'done'),
          sql`${exportRuns.expiresAt} > now()`,
          eq(exportChunks.seq, input.seq),
        ),
      );
    if (!piece) throw notFound();
    return piece.data;
  },
});
