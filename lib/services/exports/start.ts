import 'server-only';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { enqueue } from '@/db/jobs/enqueue';
import { exportRuns } from '@/db/schema';
import { isOneself } from '@/db/scope';
import { Failure, forbidden } from '@/lib/domain/errors';
import { exportFormats, mostOpen } from '@/lib/domain/export';
import { newId } from '@/lib/domain/ids';
import { reachOf } from '@/lib/domain/permissions';
import { command } from '../define';
import { exportListOf, exportLists } from './lists';
import { countOpen, forgetOldest, openStates, ownRun } from './own';
import type { ExportRun } from './schemas';
import { standingOf } from './standing';

const orderSchema = z.strictObject({
  list: z.string().transform((name, context) => {
    const list = exportListOf(name);
    if (list === null) context.addIssue({ code: 'custom', message: 'unknown' });
    return list ?? z.NEVER;
  }),
  format: z.enum(exportFormats),
  input: z.json(),
  columns: z.array(z.string().max(40)).min(1).max(100),
});

/**
 * Puts an export on record that goes out at once: who exports what filter, how many rows. Before its first byte, so that
 * none leaves unrecorded.
 */
export const recordExport = command({
  name: 'exports.record',
  permission: 'exports.own',
  input: orderSchema.extend({ rows: z.number().int().min(0) }),
  run: ({ actor, input: { list, ...after }, audit }) =>
    audit(
      {
        target: { type: 'list', id: list },
        partnerId: actor.partnerId,
        issuerId: actor.issuerId,
        before: null,
        after,
      },
      null,
    ),
});

/** Starts an export in the background. @throws Failure limited when too many of the operator's own are under way */
export const startExport = command({
  name: 'exports.start',
  permission: 'exports.own',
  input: orderSchema,
  run: async ({ db, actor, input: order, audit }) => {
    const { verb } = exportLists[order.list];
    if (reachOf(verb.permission, actor.role) === null) throw forbidden();
    if ((await countOpen(db, actor)) >= mostOpen) throw new Failure('limited');
    await forgetOldest(db, actor);
    const id = newId();
    const { operatorId, request } = actor;
    await db
      .insert(exportRuns)
      .values({ id, operatorId, ...order, standing: standingOf(actor), address: request.address });
    await enqueue(db, 'export_list', { id, language: actor.language }, `export:${id}`);
    const change = { target: { type: 'export', id }, before: null, after: order };
    const run: ExportRun = await ownRun(db, actor, id);
    return audit({ ...change, partnerId: actor.partnerId, issuerId: actor.issuerId }, run);
  },
});

/** Stops an export that waits or runs. One that has ended is left as it is. @throws Failure not_found */
export const cancelExport = command({
  name: 'exports.cancel',
  permission: 'exports.own',
  input: z.strictObject({ id: z.string() }),
  run: async ({ db, actor, input: { id }, audit }) => {
    const before = await ownRun(db, actor, id);
    await db
      .update(exportRuns)
      .set({ state: 'cancelled', finishedAt: sql`now()` })
      .where(
        and(isOneself(actor, exportRuns.operatorId), eq(exportRuns.id, id), inArray(exportRuns.state, [...openStates])),
      );
    const run = await ownRun(db, actor, id);
    const states = { before: { state: before.state }, after: { state: run.state } };
    const target = { type: 'export', id };
    return audit({ target, partnerId: actor.partnerId, issuerId: actor.issuerId, ...states }, run);
  },
});
