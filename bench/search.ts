import { accounts, type BenchContext, type Role } from './context';
import type { Result } from './table';

const roles: readonly Role[] = ['administrator', 'integrator', 'issuer', 'auditor1', 'auditor20', 'auditor200'];
const barMs = 50;
/** Rows that texts are taken from. */
const samples = 25;

/** Kinds of texts, by how much of everything has them. */
const kinds = ['rare', 'medium', 'broad', 'absent'] as const;
type Texts = Record<(typeof kinds)[number], string[]>;

/** Three characters out of a reference, each time from another place in it. */
const pieceOf = (reference: string, turn: number): string => {
  const at = (turn * 5) % (reference.length - 2);
  return reference.slice(at, at + 3);
};

/** Some references of documents inside a role's scope, or outside it, spread over all months. */
async function referencesOf({ sql }: BenchContext, role: Role, inside: boolean): Promise<string[]> {
  const rows = await sql<{ reference: string }[]>`
    with person as (select * from operators where email = ${accounts[role]}), granted as (
      select g.issuer_id from audit_accesses g join person on g.auditor_id = person.id)
    select d.reference from documents d tablesample system (2) cross join person p
    where d.reference like '%-%-%' and ${inside} = case p.role when 'administrator' then true
      when 'partner' then d.partner_id = p.partner_id when 'issuer' then d.issuer_id = p.issuer_id
      else d.issuer_id in (select issuer_id from granted) end
    order by random() limit ${samples}`;
  return rows.map(({ reference }) => reference);
}

/** Texts out of references that are there: their last digits, some of them, their beginning, any three characters. */
async function textsOf(context: BenchContext, role: Role): Promise<Texts> {
  const own = await referencesOf(context, role, true);
  const foreign = await referencesOf(context, role, false);
  const digits = own.map((each) => each.replace(/^.*-/, ''));
  return {
    rare: digits.map((each) => each.slice(-6)),
    medium: digits.map((each) => each.slice(-4)),
    broad: own.flatMap((each, index) => [each.slice(0, 7), pieceOf(each, index)]),
    // Nowhere at all, or nowhere in scope.
    absent: [...own.map((_, index) => `zq${index}x`), ...foreign.map((each) => each.slice(-6))],
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
  const all: number[] = [];
  const results: Result[] = [];
  for (const role of roles) {
    const texts = await textsOf(context, role);
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
