import { median } from '../report';
import type { Round } from './round';

const seconds = (ms: number | null): string => (ms === null ? 'never' : `${(ms / 1_000).toFixed(2)} s`);
const most = (values: readonly number[]): number => Math.max(...values);

/** One round in one line, and each complaint in one more. */
export function lineOf(round: Round, place: string): string {
  const { storm, acknowledged, lost, unanswered, written, killed, away, seen } = round;
  const parts = [
    `${storm} ${place}: ${killed} killed in ${seconds(away)}`,
    `${acknowledged} operations acknowledged, ${lost} lost; ${unanswered} batches unanswered, ${written} of them written`,
    `${seen.pagesAway} pages answered meanwhile, slowest ${seconds(seen.slowestAway)}`,
    `well again after ${seconds(seen.readyAfter)}, a page ${seconds(seen.pageAfter)}`,
    `folded after ${seconds(round.foldedAfter)}, queue ${seconds(round.queueAfter)}`,
    round.complaints.length === 0 ? 'holds' : `FAILS (${round.complaints.length})`,
  ];
  return [parts.join('; '), ...round.complaints.slice(0, 10).map((each) => `  ${each}`)].join('\n');
}

/** What all rounds of one storm came to. */
export function summaryOf(rounds: readonly Round[]): string {
  const [first] = rounds;
  if (!first) return 'no rounds';
  const sum = (of: (round: Round) => number): number => rounds.reduce((total, round) => total + of(round), 0);
  const ready = rounds.map(({ seen }) => seen.readyAfter);
  const pages = rounds.map(({ seen }) => seen.pageAfter);
  return [
    `${first.storm}, ${rounds.length} rounds: ${sum(({ acknowledged }) => acknowledged)} operations acknowledged, ${sum(({ lost }) => lost)} lost`,
    `${sum(({ killed }) => killed)} kills, ${sum(({ signIns }) => signIns)} sign-ins`,
    `ready again: median ${seconds(median(ready))}, most ${seconds(most(ready))}`,
    `a page again: median ${seconds(median(pages))}, most ${seconds(most(pages))}`,
    `slowest answer meanwhile ${seconds(most(rounds.map(({ seen }) => seen.slowestAway)))}`,
    `${sum(({ complaints }) => complaints.length)} complaints`,
  ].join('; ');
}
