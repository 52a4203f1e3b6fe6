import type { Visit } from './visits';

/** From the kill to the first query that PostgreSQL answered again, in milliseconds of `performance.now()`. */
export type Outage = { from: number; until: number };

/** What visitors saw of an outage. Milliseconds. */
export type Seen = {
  complaints: string[];
  /** Pages asked for and answered while the database was away. */
  pagesAway: number;
  slowestAway: number;
  /** From PostgreSQL's first answer to the last moment at which /api/ready was not 200, and to a page that was. */
  readyAfter: number;
  pageAfter: number;
};

const longestAwayMs = 3_000;
const longestReturnMs = 5_000;

const within =
  ({ from, until }: Outage) =>
  (each: Visit) =>
    each.began >= from && each.ended <= until;

/**
 * Judges what was seen while the whole database was away and after: a page says so within three seconds with a
 * reference, /api/ready says 503, and both are well within five seconds of PostgreSQL's return.
 */
export function judge(pages: readonly Visit[], readiness: readonly Visit[], outage: Outage): Seen {
  const away = pages.filter(within(outage));
  const unready = readiness.filter(within(outage));
  const answered = away.filter(({ status }) => status !== 0);
  const slowestAway = Math.max(0, ...[...answered, ...unready].map(durationOf));
  const readyAfter = wellAfter(readiness, outage.until);
  const pageAfter = wellAfter(pages, outage.until);
  return {
    complaints: [
      ...away
        .filter(({ status, reference }) => status < 500 || !reference)
        .map(describing('while the database was away')),
      ...unready.filter(({ status }) => status !== 503).map(describing('while the database was away')),
      ...(answered.length === 0 ? ['no page was answered while the database was away'] : []),
      ...(unready.length === 0 ? ['/api/ready did not answer while the database was away'] : []),
      ...(slowestAway > longestAwayMs
        ? [`an answer took ${Math.round(slowestAway)} ms while the database was away`]
        : []),
      ...returned('/api/ready', readyAfter),
      ...returned('a page', pageAfter),
    ],
    pagesAway: answered.length,
    slowestAway,
    readyAfter,
    pageAfter,
  };
}

/** Whatever happens to the database, a page is drawn, or says that it cannot be and names a reference. */
export function strayed(pages: readonly Visit[]): string[] {
  return pages
    .filter(({ status, reference }) => status !== 200 && !(status >= 500 && reference))
    .map(describing('under the storm'));
}

/** When the last answer that was not 200 had come, after PostgreSQL was back; infinite when no 200 followed it. */
function wellAfter(visits: readonly Visit[], until: number): number {
  const lastBad = visits.findLastIndex(({ status }) => status !== 200);
  const firstGood = visits.slice(lastBad + 1).find(({ ended }) => ended >= until);
  return firstGood ? Math.max(0, firstGood.ended - until) : Number.POSITIVE_INFINITY;
}

function returned(what: string, after: number): string[] {
  return after > longestReturnMs ? [`${what} was not well again within 5 s: ${Math.round(after)} ms`] : [];
}

const durationOf = ({ began, ended }: Visit): number => ended - began;

const describing = (when: string) => (each: Visit) =>
  `${each.path} answered ${each.status}${each.reference ? '' : ' without a reference'} after ${Math.round(durationOf(each))} ms ${when}`;
