import 'server-only';
import { appendAudit } from '@/db/audit';
import { asActor } from '@/db/client';
import type { Actor } from '@/lib/domain/actor';
import { entryOf } from './recorded';

type Window = { since: number; written: number; dropped: number };

const minute = 60_000;
const mostAMinute = 60;
const mostWindows = 10_000;
const windows = new Map<string, Window>();

/**
 * Records that a verb was refused, in a transaction of its own (the refused one has none). At most 60 a minute per
 * actor and address; what was left out is told by a count in the next line.
 */
export async function recordRefusal(actor: Actor, verb: string): Promise<void> {
  const left = leftOut(`${actor.operatorId} ${actor.request.address}`, Date.now());
  if (left === null) return;
  await asActor(actor, 'write', (db) =>
    appendAudit(
      db,
      entryOf(actor, `refused:${verb}`, {
        target: { type: 'verb', id: verb },
        partnerId: actor.partnerId,
        issuerId: actor.issuerId,
        before: null,
        after: left > 0 ? { leftOut: left } : null,
      }),
    ),
  );
}

/** How many refusals of `key` went unwritten before this one, or null when this one goes unwritten too. */
export function leftOut(key: string, now: number): number | null {
  const known = windows.get(key);
  if (known && now - known.since < minute) {
    if (known.written >= mostAMinute) {
      known.dropped += 1;
      return null;
    }
    known.written += 1;
    return 0;
  }
  if (windows.size >= mostWindows) windows.clear();
  windows.set(key, { since: now, written: 1, dropped: 0 });
  return known?.dropped ?? 0;
}
