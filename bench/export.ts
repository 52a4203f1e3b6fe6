import { setTimeout as sleep } from 'node:timers/promises';
import type { Actor } from '@/lib/domain/actor';
import type { ExportFormat } from '@/lib/domain/export';
import { newId } from '@/lib/domain/ids';
import { deliver, type Order } from '@/lib/services/exports/deliver';
import { runExport } from '@/lib/services/exports/run-job';
import { standingOf } from '@/lib/services/exports/standing';
import type { BenchContext } from './context';
import { demoActor } from './queries';
import { atLeast, type Result } from './table';

const mebibyte = 1_048_576;

/** Every operation there is, as the administrator's list would show it. */
const order = (format: ExportFormat, from = '2000-01-01'): Order => ({
  list: 'operations',
  format,
  input: {
    service: null,
    issuer: null,
    partner: null,
    statuses: [],
    types: ['DOCUMENT', 'HASH', 'TEST'],
    sources: [],
    error: null,
    reference: null,
    document: null,
    from,
    to: '2199-12-31',
    sort: 'newest',
  },
  columns: 'received,status,partner,issuer,service,reference,type,source,items,size,duration'.split(','),
});

type Measured = { rows: number; rate: number; growth: number; cpuSeconds: number };

/** Runs `work` while watching how far the memory of this process grows beyond what it was. */
async function watched(work: () => Promise<number>): Promise<Measured> {
  globalThis.gc?.();
  await sleep(200);
  const before = process.memoryUsage().rss;
  let most = before;
  const look = () => {
    most = Math.max(most, process.memoryUsage().rss);
  };
  const timer = setInterval(look, 10);
  const [since, used] = [performance.now(), process.cpuUsage()];
  try {
    const rows = await work();
    const rate = (rows * 1_000) / (performance.now() - since);
    const { user, system } = process.cpuUsage(used);
    look();
    return { rows, rate, growth: (most - before) / mebibyte, cpuSeconds: (user + system) / 1e6 };
  } finally {
    clearInterval(timer);
  }
}

/** The file as it is written, its pieces thrown away as they come. */
const written = (actor: Actor, what: Order): Promise<number> =>
  deliver(actor, what, { standing: async () => actor, begin: async () => {}, piece: async () => {} });

/** The same by the worker: the operator is looked up before every piece, and the file is kept in the database. */
async function kept(actor: Actor, { list, format, input, columns }: Order, sql: BenchContext['sql']): Promise<number> {
  const id = newId();
  await sql`insert into exports (id, operator_id, list, format, input, columns, standing, address)
    values (${id}, ${actor.operatorId}, ${list}, ${format}, ${sql.json(Object(input))}, ${[...columns]},
      ${sql.json(standingOf(actor))}, '127.0.0.1')`;
  await runExport(id, 'pt');
  const [run] = await sql`select state, rows::int from exports where id = ${id}`;
  await sql`delete from exports where id = ${id}`;
  if (run?.state !== 'done') throw new Error(`the export ended ${run?.state}`);
  return run.rows;
}

/** P19: all operations as CSV and as XLSX, by the worker's own way and without what the database adds to it. */
export async function exports({ sql }: BenchContext): Promise<Result[]> {
  const actor = await demoActor('admin@demo.test');
  // A server that has just started grows by its first export, whatever its size: code and buffers.
  const [recent] = await sql`select (max(received_at) - interval '60 days')::date::text as day from operations`;
  for (const format of ['csv', 'xlsx'] as const) await kept(actor, order(format, recent?.day), sql);
  const csv = await watched(() => kept(actor, order('csv'), sql));
  const bare = await watched(() => written(actor, order('csv')));
  const xlsx = await watched(() => kept(actor, order('xlsx'), sql));
  const rate = (what: string, least: number, { rows, rate: got, cpuSeconds }: Measured) =>
    atLeast('P19', what, got, least, ' rows/s', `${rows} rows, ${cpuSeconds.toFixed(1)} s of processor`);
  return [
    rate('CSV in the background, rows kept a second', 50_000, csv),
    rate('CSV written alone, rows a second', 50_000, bare),
    rate('XLSX in the background, rows kept a second', 10_000, xlsx),
    growth('memory while CSV is written', csv),
    growth('memory while XLSX is written', xlsx),
  ];
}

function growth(what: string, { growth: got, rows }: Measured): Result {
  const ratio = `${got.toFixed(1)} MiB`;
  return { id: 'P19', what, ratio, bar: '<= 50 MiB', holds: got <= 50, sides: `over ${rows} rows` };
}
