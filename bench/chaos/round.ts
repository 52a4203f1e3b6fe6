import type { Stage } from '../../scripts/lib/chaos-stage.mjs';
import { sendAgain } from './engine';
import { underLoad, type World } from './load';
import { judge, type Outage, type Seen, strayed } from './outage';
import { halfDone, lost, miscounted } from './stored';
import { type StormName, storms } from './storms';
import type { Visit } from './visits';
import { folded, queueWorks } from './worker';

/** What a round came to. Milliseconds. */
export type Round = {
  storm: StormName;
  complaints: string[];
  acknowledged: number;
  lost: number;
  unanswered: number;
  written: number;
  killed: number;
  away: number;
  signIns: number;
  foldedAfter: number | null;
  queueAfter: number | null;
  seen: Seen;
};

/** One storm under load, and what was left of what had been promised. */
export async function round(storm: StormName, stage: Stage, world: World): Promise<Round> {
  const { ledger, owners } = world;
  const before = ledger.acknowledged.length;
  const pid = stage.serverPid();
  const loaded = await underLoad(world, () => storms[storm](stage));
  const { outage, killed } = loaded.result;
  const survived = storm === 'application' || (pid !== undefined && stage.serverPid() === pid);
  const again = await sendAgain(world.baseUrl, ledger);
  const unfolded = await miscounted();
  const foldedAfter = await folded();
  const queueAfter = await queueWorks(stage.superUrl);
  const missing = await lost(ledger.acknowledged.slice(before));
  const seen = seenOf(storm, loaded.pages, loaded.readiness, outage);
  const complaints = [
    ...(survived ? [] : ['the application did not survive its database']),
    ...seen.complaints,
    ...loaded.complaints,
    ...again.complaints,
    ...missing,
    ...(await halfDone(owners[0]?.partnerId ?? '', ledger.acknowledged.length)),
    ...unfolded,
    ...(await miscounted()),
    ...(foldedAfter === null ? ['the worker folds no more'] : []),
    ...(queueAfter === null ? ['the queue works no more'] : []),
  ];
  return {
    storm,
    complaints,
    acknowledged: ledger.acknowledged.length - before,
    lost: missing.length,
    unanswered: again.unanswered,
    written: again.written,
    killed,
    away: outage.until - outage.from,
    signIns: loaded.signIns,
    foldedAfter,
    queueAfter,
    seen,
  };
}

/** Only a database that is wholly away has promises about every answer meanwhile; an application that is dead has none. */
function seenOf(storm: StormName, pages: readonly Visit[], readiness: readonly Visit[], outage: Outage): Seen {
  const seen = judge(pages, readiness, outage);
  if (storm === 'cluster') return { ...seen, complaints: [...seen.complaints, ...strayed(pages)] };
  const late = seen.complaints.filter((each) => each.includes('well again'));
  const present = storm === 'application' ? pages.filter(({ status }) => status !== 0) : pages;
  return { ...seen, complaints: [...late, ...strayed(present)] };
}
