import 'server-only';
import { appendAudit } from '@/db/audit';
import { asMachine } from '@/db/client';
import { announceExport, endExport, finishExport, keepExportPiece, takeExport } from '@/db/jobs/exports';
import type { Actor } from '@/lib/domain/actor';
import { Failure, forbidden } from '@/lib/domain/errors';
import type { ExportFailure } from '@/lib/domain/export';
import type { Language } from '@/lib/i18n/language';
import { log } from '@/lib/log';
import { entryOf } from '../recorded';
import { deliver, type Order } from './deliver';
import { exportListOf } from './lists';
import { actorOfRun, standingSchema, stillStands } from './standing';
import type { Written } from './table';

/** About so many bytes make a piece; small enough to pass through memory, large enough to be few. */
const pieceBytes = 1_048_576;

type Run = NonNullable<Awaited<ReturnType<typeof takeExport>>>;

class NoLongerWanted extends Error {}

/**
 * Writes a background export into the database, as the operator who asked for it and under the rights that it has now.
 * In the language of the page that it was asked for from. What ends it early is kept with it. @throws only what another attempt may overcome: the database is away
 */
export async function runExport(id: string, language: Language): Promise<void> {
  const run = await asMachine('system', 'write', (db) => takeExport(db, id));
  if (!run) return;
  try {
    await write(run, language);
  } catch (error) {
    if (error instanceof Failure && error.code === 'unavailable') throw error;
    const failure = failureOf(error);
    if (failure === 'fault') log().error({ err: error, export: id }, 'an export failed');
    await asMachine('system', 'write', (db) => endExport(db, id, failure));
  }
}

/** Null: it was cancelled, which is no failure. */
function failureOf(error: unknown): ExportFailure | null {
  if (error instanceof NoLongerWanted) return null;
  return error instanceof Failure && error.code === 'forbidden' ? 'rights' : 'fault';
}

async function write(run: Run, language: Language): Promise<void> {
  const { id, operatorId, address } = run;
  const standing = () => actorOfRun(operatorId, { id, address });
  const actor = await standing();
  if (actor === null || !stillStands(actor, standingSchema.parse(run.standing))) throw forbidden();
  const file = fileOf(run);
  const begin = async (rows: number) =>
    wanted(await asMachine('system', 'write', (db) => announceExport(db, id, rows)));
  const rows = await deliver({ ...actor, language }, orderOf(run), { standing, begin, piece: file.add });
  await file.end();
  await finish(actor, run, rows);
}

function orderOf({ list: name, format, input, columns }: Run): Order {
  const list = exportListOf(name);
  if (list === null) throw new Error(`no list is called ${name}`);
  return { list, format, input, columns };
}

/** Gathers what is written into pieces of an even size. One is being kept while the next is written. */
function fileOf({ id, operatorId }: Run) {
  let seq = 0;
  let held: Uint8Array[] = [];
  let size = 0;
  let rows = 0;
  let keeping: Promise<void> = Promise.resolve();
  async function turn(): Promise<void> {
    await keeping;
    if (size === 0) return;
    const piece = { id, operatorId, seq, data: Buffer.concat(held), rows };
    [held, size, rows] = [[], 0, 0];
    seq += 1;
    keeping = asMachine('system', 'write', (db) => keepExportPiece(db, piece)).then(wanted);
    // Its error is taken up by the next turn.
    keeping.catch(() => {});
  }
  return {
    add: async (written: Written): Promise<void> => {
      held.push(written.bytes);
      size += written.bytes.byteLength;
      rows += written.rows;
      if (size >= pieceBytes) await turn();
    },
    end: async (): Promise<void> => {
      await turn();
      await keeping;
    },
  };
}

function wanted(still: boolean): void {
  if (!still) throw new NoLongerWanted();
}

/** The file is whole together with its audit entry, or not at all. */
function finish(actor: Actor, { id, list, format }: Run, rows: number): Promise<void> {
  const change = { target: { type: 'export', id }, before: null, after: { list, format, rows } };
  return asMachine('system', 'write', async (db) => {
    wanted(await finishExport(db, id));
    const owner = { partnerId: actor.partnerId, issuerId: actor.issuerId };
    await appendAudit(db, entryOf(actor, 'exports.finish', { ...change, ...owner }));
  });
}
