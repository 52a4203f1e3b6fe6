import { pathToFileURL } from 'node:url';
import type { SQL } from 'drizzle-orm';
import { asMachine, closeDatabase } from '@/db/client';
import { claim } from '@/lib/services/ingest/register';
import { type OperationRow, rowOf, type ServiceOwner } from '@/lib/services/ingest/rows';
import { writeDocuments, writeOperations, writeUsage } from '@/lib/services/ingest/statement';
import { makeOperations, makeOwners, type References } from './ingest-data';
import { lineOf, type Measured, median, rateOf } from './report';

const batchSize = 1_000;

/** Rows of one batch, made before the clock starts. */
function rowsOf(owners: readonly ServiceOwner[], count: number, references: References = 'numbers'): OperationRow[] {
  return makeOperations(owners, count, references).map(({ operation, owner }) => rowOf(operation, owner));
}

function write(rows: readonly OperationRow[], usage: readonly SQL[]): Promise<unknown> {
  return asMachine('system', 'write', (db) => claim(db, rows, [writeOperations, writeDocuments(rows), ...usage]));
}

/** P10: batches of 1,000 on two connections, as `system` under row-level security, into the real tables. */
async function batches(owners: readonly ServiceOwner[]): Promise<Measured> {
  const rates: Record<References, number[]> = { numbers: [], uuids: [] };
  for (let round = 0; round < 5; round += 1) {
    for (const references of ['numbers', 'uuids'] as const) {
      const prepared = Array.from({ length: 20 }, () => rowsOf(owners, batchSize, references));
      const rate = await rateOf(2, prepared.length, (turn) => write(prepared[turn] ?? [], [writeUsage]));
      rates[references].push(batchSize * rate);
    }
  }
  const list = rates.numbers.map((each) => Math.round(each)).join(', ');
  return {
    bar: 'P10',
    what: 'ingest in the database, batches of 1,000, 2 connections',
    got: median(rates.numbers),
    least: 15_000,
    unit: 'operations/s',
    sides: `median of ${list}; with UUIDs as references ${Math.round(median(rates.uuids))}`,
  };
}

/** P12: one operation a transaction, eight clients on the pool, with consumption against without, in turns. */
async function singles(owners: readonly ServiceOwner[]): Promise<Measured> {
  const withUsage: number[] = [];
  const without: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    for (const [rates, parts] of [
      [without, []],
      [withUsage, [writeUsage]],
    ] as const) {
      const rows = rowsOf(owners, 1_000);
      rates.push(await rateOf(8, rows.length, (turn) => write(rows.slice(turn, turn + 1), parts)));
    }
  }
  const [counted, bare] = [median(withUsage), median(without)];
  const sides = `${Math.round(counted)} against ${Math.round(bare)} operations/s`;
  return {
    bar: 'P12',
    what: 'one operation a transaction, 8 clients, with usage against without',
    got: counted / bare,
    least: 0.6,
    unit: '×',
    sides,
  };
}

/** Measures P10 and P12 in the database of this environment; its rows stay, under a partner of their own. */
export async function run(): Promise<Measured[]> {
  const owners = await makeOwners();
  await write(rowsOf(owners, batchSize), [writeUsage]);
  return [await batches(owners), await singles(owners)];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const measured of await run()) console.log(lineOf(measured));
  await closeDatabase();
}
