import type { BenchContext, Role } from './context';
import type { Result } from './table';

const roles: readonly Role[] = ['administrator', 'integrator', 'issuer', 'auditor1', 'auditor20', 'auditor200'];
const barMs = 50;
/** Rows that texts are taken from, spread over all months. */
const samples = 25;

/** Kinds of texts, by how much of everything has them. */
const kinds = ['rare', 'medium', 'broad', 'absent'] as const;
type Texts = Record<(typeof kinds)[number], string[]>;

/** Three characters out of a reference, each time from another place in it. */
const pieceOf = (reference: string, turn: number): string => {
  const at = (turn * 5) % (reference.length - 2);
  return reference.slice(at, at + 3);
};

/** Texts out of references that are there: their last digits, some of them, their beginning, any three characters. */
async function textsOf({ sql }: BenchContext): Promise<Texts> {
  const rows = await sql<{ reference: string }[]>`
    select reference from documents tablesample system (0.05) where reference like '%-%-%' order by random() limit ${samples}`;
  const references = rows.map(({ reference }) => reference);
  const digits = references.map((each) => each.replace(/^.*-/, ''));
  return {
    rare: digits.map((each) => each.slice(-6)),
    medium: digits.map((each) => each.slice(-4)),
    broad: references.flatMap((each, index) => [each.slice(0, 7), pieceOf(each, index)]),
    absent: references.map((_, index) => `zq${index}x`),
  };
}

const monthsAgo = (months: number): string => {
  const day = new Date();
  day.setUTCMonth(day.getUTCMonth() - months);
  return day.toISOString().slice(0, 10);
};
/** The usual 90 days, and more than a year: a text may be looked for over any range. */
const ranges = { '90 days': {}, '13 months': { from: monthsAgo(13), to: monthsAgo(0) } };

/** One page of the documents list whose reference contains a text, as the screen fetches it. @returns milliseconds */
async function timeOf(context: BenchContext, role: Role, query: Record<string, string>): Promise<number> {
  const address = `${context.baseUrl}/api/lists/documents?${new URLSearchParams({ ...query, total: 'known' })}`;
  const begin = performance.now();
  const answer = await fetch(address, { headers: { cookie: context.cookies[role] } });
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`a search answered ${answer.status}: ${address}`);
  return performance.now() - begin;
}

const p95 = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1] ?? Number.NaN;

/** P9: "contains" from three characters, under both fences, for every role; rare, medium, broad and absent texts. */
export async function search(context: BenchContext): Promise<Result[]> {
  const texts = await textsOf(context);
  const all: number[] = [];
  const results: Result[] = [];
  for (const role of roles) {
    const sides: string[] = [];
    const own: number[] = [];
    for (const kind of kinds) {
      const times: number[] = [];
      for (const range of Object.values(ranges)) {
        // Once unmeasured: the first of a connection plans its statements.
        await timeOf(context, role, { ...range, reference: 'zqw' });
        for (const reference of texts[kind]) times.push(await timeOf(context, role, { ...range, reference }));
      }
      sides.push(`${kind} ${p95(times).toFixed(1)}`);
      own.push(...times);
    }
    all.push(...own);
    results.push(resultOf(`documents that contain a text, ${role}, p95`, own, `${sides.join(', ')} ms`));
  }
  return [...results, resultOf('documents that contain a text, all roles, p95', all, `${all.length} searches`)];
}

function resultOf(what: string, times: readonly number[], sides: string): Result {
  const got = p95(times);
  return { id: 'P9', what, ratio: `${got.toFixed(1)} ms`, bar: `<= ${barMs} ms`, holds: got <= barMs, sides };
}
