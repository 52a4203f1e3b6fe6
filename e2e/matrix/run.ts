import { closeDatabase } from '@/db/client';
import { actorOf } from '@/db/factories/actors';
import { operations } from '@/db/schema';
import { inScope } from '@/db/scope';
import { verbs } from '@/lib/services/define';
import { actionCells } from './action-cells';
import { alikeCells } from './alike';
import { type Cell, type Outcome, runCells, sumOf } from './cells';
import { openSuperuser, rolesWithoutRowSecurity } from './database';
import { buildId, entriesOfBuild, hasMiddleware, loadVerbs, uncovered } from './entries';
import { ask, hangUp } from './http';
import { Looker } from './marks';
import { pageCells } from './page-cells';
import { people } from './people';
import { pages, routes } from './policy';
import { actions } from './policy-actions';
import { verbLines } from './policy-verbs';
import { reading, routeCells, writing } from './route-cells';
import { isRunName, type RunName } from './runs';
import { flipFaults, holeFaults } from './self-check';
import { signEverybodyIn } from './sign-in';
import { timingFaults } from './timing';
import { verbCells } from './verb-cells';
import { readWorld, writeWorld } from './world';

const [runName, worldFile] = process.argv.slice(2);
if (!isRunName(runName) || !worldFile) throw new Error('run.ts takes the name of a run and the file of the world');

const lanes = 6;
const mostShown = Number(process.env.MATRIX_SHOW ?? 60);
const world = readWorld(worldFile);
const looker = new Looker(world);
const sql = openSuperuser();
process.env.MATRIX_BUILD_ID = buildId();
const entries = entriesOfBuild();
await loadVerbs();
if (Object.keys(world.cookies).length === 0) {
  await signEverybodyIn(world);
  writeWorld(worldFile, world);
}

const cell = (name: string, faults: () => Promise<readonly string[]>): Cell => ({ name, run: faults });

/** The run is what it says: what should be missing is missing, and everything else is in its place. */
function premises(run: RunName): Cell[] {
  const is = (what: string, expected: boolean, seen: () => Promise<boolean>) =>
    cell(`premise | ${what}`, async () => ((await seen()) === expected ? [] : [`is ${!expected}`]));
  const issuer = { id: 'x', role: 'issuer', partnerId: 'x', issuerId: 'x', name: 'x', email: 'x' } as const;
  const withMiddleware = run !== 'without-middleware';
  return [
    is('the build has a middleware', withMiddleware, async () => hasMiddleware()),
    is('the middleware answers', withMiddleware, async () => {
      const { headers } = await ask({ path: '/sign-in' });
      return headers['content-security-policy'] !== undefined;
    }),
    is(
      'row-level security binds operators',
      run !== 'without-rls',
      async () => (await rolesWithoutRowSecurity(sql)) === 0,
    ),
    is(
      'queries are narrowed',
      run !== 'without-query-fence',
      async () => inScope(actorOf(issuer), operations) !== undefined,
    ),
  ];
}

/** Every entry of the build has its line in the policy, and every line its entry. */
function coverage(): Outcome {
  const lists = [
    ['page', entries.pages, pages],
    ['route', entries.routes, routes],
    ['action', [...entries.actions.keys()], actions],
    ['verb', [...verbs().keys()], verbLines],
  ] as const;
  const cells = lists.reduce((total, [, found]) => total + found.length, 0);
  return { cells, wrong: lists.flatMap(([kind, found, lines]) => uncovered(kind, found, lines)) };
}

/** Whether an entry that nobody expects is reported, and a line for what is not there. */
async function coverageFaults(): Promise<string[]> {
  const { '/': _, ...fewer } = pages;
  const told = [...uncovered('page', entries.pages, fewer), ...uncovered('page', entries.pages.slice(1), pages)];
  return told.length === 2 ? [] : [`of two gaps ${told.length} were reported`];
}

/** The matrix bites: each of these plants something wrong and wants it reported, that and nothing else. */
async function selfCheck(run: RunName): Promise<Outcome> {
  const checks: Partial<Record<RunName, Cell[]>> = {
    'as-built': [
      cell('self-check | a flipped expectation', () => flipFaults(world, looker)),
      cell('self-check | an entry without a line', coverageFaults),
    ],
    'without-query-fence': [cell('self-check | both fences off', () => holeFaults(world, looker, sql))],
  };
  return runCells(checks[run] ?? [], 1);
}

async function proveAnew(): Promise<readonly string[]> {
  await sql`update sessions set verified_at = now() where ended_at is null and expires_at > now()`;
  return [];
}

/** Names of those for whom the operation asked for is a stranger's. */
const timed = ['partner', 'issuer'];

async function everything(run: RunName): Promise<Record<string, Outcome>> {
  const outside = run === 'as-built' || run === 'without-middleware';
  const timings = run === 'as-built' ? timed : [];
  return {
    premises: await runCells(premises(run), 1),
    coverage: coverage(),
    pages: await runCells(pageCells(world, looker, { people, detours: outside }), lanes),
    routes: await runCells(routeCells(reading, world, looker, sql), lanes),
    // Whoever is asked has given its password just now, however long the cells before took.
    sessions: await runCells([cell('sessions | proved anew', proveAnew)], 1),
    'writing routes': await runCells(outside ? routeCells(writing, world, looker, sql) : [], 1),
    actions: await runCells(outside ? actionCells(entries.actions, { world, looker, sql }) : [], 1),
    'sessions again': await runCells([cell('sessions | proved anew', proveAnew)], 1),
    // Verbs know no middleware.
    verbs: await runCells(run === 'without-middleware' ? [] : verbCells(world, looker), 4),
    alike: await runCells(alikeCells(world), 2),
    timing: await runCells(
      timings.map((name) => cell('timing', () => timingFaults(world, name))),
      1,
    ),
    'self-check': await selfCheck(run),
  };
}

const parts = await everything(runName);
const total = sumOf(Object.values(parts));
for (const fault of total.wrong.slice(0, mostShown)) console.log(`wrong: ${runName} | ${fault}`);
if (total.wrong.length > mostShown) console.log(`… and ${total.wrong.length - mostShown} more`);
const tally = Object.entries(parts).map(([name, { cells, wrong }]) => `${name} ${cells}/${wrong.length}`);
console.log(`${runName}: ${tally.join(', ')} (cells/wrong)`);
console.log(`matrix ${runName}: ${total.cells} cells, ${total.wrong.length} wrong`);
hangUp();
await sql.end();
await closeDatabase();
if (total.wrong.length > 0) process.exitCode = 1;
