import type { Answer } from './http';
import type { Looker, Sight } from './marks';
import { isLive, type Person } from './people';
import { scopeOf } from './policy';
import { frameOf, mayShow, type Truth } from './truth';

/**
 * How an answer is read. `page`: a document, whose status tells. `data`: what a program gets, 401 where a page would
 * send to sign-in. `flight`: the client router's form of a page, which refuses in its body, whatever its status.
 * `odd`: a way in that no browser takes: any refusal will do, but never a row too many.
 */
export type Manner = 'page' | 'data' | 'flight' | 'odd';

type Case = { person: Person; truth: Truth; answer: Answer; manner: Manner; looker: Looker; echo: readonly string[] };

/** What is wrong with an answer; empty when nothing is. */
export function judge({ person, truth, answer, manner, looker, echo }: Case): string[] {
  const sight = looker.look(answer.all, echo);
  return [
    ...(answer.status >= 500 ? [`answered ${answer.status}`] : []),
    ...leaks(person, truth, sight),
    ...(manner === 'page' || manner === 'data' || (manner === 'flight' && truth.kind === 'shows')
      ? statusFaults(truth, answer)
      : []),
    ...(truth.kind === 'shows' ? contentFaults(truth, sight, manner) : []),
    ...(isLive(person) && truth.kind !== 'open' && truth.kind !== 'no-method' ? cacheFaults(truth, answer) : []),
  ];
}

function leaks(person: Person, truth: Truth, sight: Sight): string[] {
  const allowed = truth.kind === 'shows' ? mayShow(person, scopeOf(person)) : frameOf(person);
  const strangers = [...sight.whose].filter((each) => !allowed.has(each));
  const rows = truth.kind === 'shows' ? [] : [...sight.operations, ...sight.sums];
  return [
    ...(strangers.length > 0 ? [`shows what belongs to ${strangers.join(', ')}`] : []),
    ...(rows.length > 0 ? [`shows rows although it refuses: ${rows.join(', ')}`] : []),
  ];
}

const statusOf: Partial<Record<Truth['kind'], readonly number[]>> = {
  open: [200],
  shows: [200],
  'sign-in': [200],
  unauthenticated: [401],
  forbidden: [403],
  absent: [404],
  closed: [403, 404],
  'no-method': [401, 403, 405],
};

function statusFaults(truth: Truth, answer: Answer): string[] {
  const landed = answer.path.split('?', 1)[0];
  if (truth.kind === 'closed' && landed === '/sign-in') return [];
  const expected = statusOf[truth.kind] ?? [];
  if (!expected.includes(answer.status)) return [`answered ${answer.status}, not ${expected.join(' or ')}`];
  if (truth.kind === 'sign-in' && landed !== '/sign-in') return [`ended at ${answer.path}, not at the sign-in page`];
  if (truth.kind === 'shows' && landed === '/sign-in') return ['was sent to the sign-in page'];
  return [];
}

/** An odd way in may end elsewhere, so there nothing need come; but what comes must be right. */
function contentFaults(truth: Extract<Truth, { kind: 'shows' }>, sight: Sight, manner: Manner): string[] {
  const parts = new Set([...sight.sums].flatMap((sum) => sum.split('+')));
  return [
    ...compare('operations', truth.operations, sight.operations, manner),
    ...compare('names', truth.names, sight.names, manner),
    ...compare('sums', truth.sums, parts, manner),
  ];
}

function compare(
  what: string,
  expected: readonly string[] | undefined,
  seen: ReadonlySet<string>,
  manner: Manner,
): string[] {
  if (expected === undefined || (manner === 'odd' && seen.size === 0)) return [];
  const missing = expected.filter((each) => !seen.has(each));
  const surplus = [...seen].filter((each) => !expected.includes(each));
  return [
    ...(missing.length > 0 ? [`${what} missing: ${missing.join(', ')}`] : []),
    ...(surplus.length > 0 ? [`${what} too many: ${surplus.join(', ')}`] : []),
  ];
}

/** Authenticated answers are nobody else's to keep (contract.md); a machine without its token gets none. */
function cacheFaults(truth: Truth, { headers, status }: Answer): string[] {
  const said = String(headers['cache-control'] ?? '');
  const kept = !said.includes('no-store') || (truth.kind !== 'unauthenticated' && !said.includes('private'));
  return kept && status !== 400 ? [`may be cached: “${said}”`] : [];
}
