import 'server-only';
import type { Actor } from '@/lib/domain/actor';
import { Failure } from '@/lib/domain/errors';
import { mostAtOnce } from '@/lib/domain/export';
import { log } from '@/lib/log';
import { runCommand, runQuery } from '../run';
import { deliver, type Order } from './deliver';
import { fetchExport, readExportPiece } from './read';
import type { ExportRun } from './schemas';
import { standingOf, stillStands } from './standing';
import { recordExport } from './start';

type Standing = () => Promise<Actor | null>;
type Streamed = { readonly rows: number; readonly body: ReadableStream<Uint8Array> };

/** Exports of one operator that this process sends at the same time: each holds one of its few connections for them. */
const mostAtATime = 2;
const sending = new Map<string, number>();

/** A reader that takes nothing for so long has gone: an export holds a snapshot until its last byte is taken. */
const patienceMs = 30_000;

/**
 * An export that goes out at once: recorded before its first byte, and broken off with an error when it cannot be
 * whole, so that no reader takes a short file for a whole one.
 * @throws Failure conflict above 10,000 rows, with their number; limited while the operator fetches others
 */
export function streamExport(actor: Actor, order: Order, standing: Standing): Promise<Streamed> {
  const { operatorId } = actor;
  const others = sending.get(operatorId) ?? 0;
  if (others >= mostAtATime) return Promise.reject(new Failure('limited'));
  sending.set(operatorId, others + 1);
  return new Promise((resolve, reject) => {
    const { body, piece, end, fail } = handedOver();
    const begin = async (rows: number): Promise<void> => {
      if (rows > mostAtOnce)
        throw new Failure('conflict', 'conflict', { rows: String(rows), most: String(mostAtOnce) });
      await runCommand(actor, recordExport, { ...order, rows });
      resolve({ rows, body });
    };
    deliver(actor, order, { standing, begin, piece: ({ bytes }) => piece(bytes) })
      .finally(() => oneLess(operatorId))
      .then(end, (error) => {
        log().warn({ err: error, requestId: actor.request.id }, 'an export broke off');
        reject(error);
        return fail(error);
      });
  });
}

function oneLess(operatorId: string): void {
  const left = (sending.get(operatorId) ?? 1) - 1;
  if (left > 0) sending.set(operatorId, left);
  else sending.delete(operatorId);
}

/** A stream whose every piece is asked for by its reader: an error that follows overtakes none of them. */
function handedOver() {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  let gone = false;
  let asked = promise();
  const body = new ReadableStream<Uint8Array>(
    {
      start: (given) => {
        controller = given;
      },
      pull: () => asked.resolve(),
      cancel: () => {
        gone = true;
        asked.resolve();
      },
    },
    { highWaterMark: 0 },
  );
  async function turn(): Promise<void> {
    const timer = setTimeout(() => {
      gone = true;
      asked.resolve();
    }, patienceMs);
    await asked.done;
    clearTimeout(timer);
    asked = promise();
    if (gone) throw new Error('the reader of an export has gone');
  }
  return {
    body,
    piece: async (bytes: Uint8Array): Promise<void> => {
      await turn();
      controller?.enqueue(bytes);
    },
    end: () =>
      turn().then(
        () => controller?.close(),
        () => {},
      ),
    fail: (error: unknown) =>
      turn().then(
        () => controller?.error(error),
        () => {},
      ),
  };
}

function promise() {
  let resolve = (): void => {};
  const done = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { done, resolve };
}

/**
 * The file of a background export: opened on the record, and each piece handed out only while its operator still has
 * the rights under which it was made.
 * @throws Failure not_found when it is not there, not one's own, over, or not to be seen any more
 */
export async function streamRun(
  actor: Actor,
  id: string,
  standing: Standing,
): Promise<{ run: ExportRun; body: ReadableStream<Uint8Array> }> {
  const run = await runCommand(actor, fetchExport, { id });
  const then = standingOf(actor);
  let seq = 0;
  let left = run.bytes;
  const pull = async (controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> => {
    if (left === 0) return controller.close();
    if (!stillStands(await standing(), then)) throw new Failure('forbidden');
    const piece = await runQuery(actor, readExportPiece, { id, seq });
    seq += 1;
    left -= piece.byteLength;
    controller.enqueue(piece);
  };
  return { run, body: new ReadableStream<Uint8Array>({ pull }, { highWaterMark: 0 }) };
}
