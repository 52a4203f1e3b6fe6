import type postgres from 'postgres';
import { closeDatabase } from '@/db/client';
import type { Cell } from './cells';
import { runCells } from './cells';
import { setRowSecurity } from './database';
import type { Looker } from './marks';
import { pageCells } from './page-cells';
import { type Person, people } from './people';
import { verbCells } from './verb-cells';
import type { World } from './world';

const documentOfOperation = /^page \/operations\/\[id\] .*\| document$/;

/** Whether the matrix reports one wrong expectation, and that one alone: an auditor is said to reach a stranger's rows. */
export async function flipFaults(world: World, looker: Looker): Promise<string[]> {
  const liar: Person[] = people
    .filter(({ name }) => name === 'auditor')
    .map((person) => ({ ...person, granted: ['padaria', 'foreign'] }));
  const cells = pageCells(world, looker, { people: liar, detours: false }).filter(({ name }) =>
    documentOfOperation.test(name),
  );
  const { wrong } = await runCells(cells, 4);
  const exact = wrong.length === 2 && wrong.every((each) => /\(foreign\/[01]\)/.test(each));
  return exact
    ? []
    : [`of two flipped expectations among ${cells.length} cells ${wrong.length} were reported: ${wrong.join(' / ')}`];
}

const foreignToThem =
  /^verb operations\.(get|list) \| (partner|issuer|auditor) \| \w+ \((foreign\/[01]|issuer=foreign|no filter)\)$/;

/** Whether a real hole is reported: with both fences off, every look at a stranger's rows must come out wrong. */
export async function holeFaults(world: World, looker: Looker, sql: postgres.Sql): Promise<string[]> {
  const cells: Cell[] = verbCells(world, looker).filter(({ name }) => foreignToThem.test(name));
  await closeDatabase();
  await setRowSecurity(sql, false);
  const { wrong } = await runCells(cells, 4);
  await closeDatabase();
  await setRowSecurity(sql, true);
  const silent = cells.filter(({ name }) => !wrong.some((each) => each.startsWith(`${name}:`)));
  if (cells.length === 0) return ['no cell looks at a stranger’s rows'];
  return silent.map(({ name }) => `a hole went unreported: ${name}`);
}
