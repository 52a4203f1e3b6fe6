import { beforeAll, describe, expect, it } from 'vitest';
import { asMachine } from '@/db/client';
import { actorOf } from '@/db/factories/actors';
import { makeOperation } from '@/db/factories/operations';
import { makeTenants, type Tenants } from '@/db/testing/tenants';
import { todayIn } from '@/lib/clock';
import { newId } from '@/lib/domain/ids';
import { type RawParams, readOperationPage } from '@/lib/domain/operation-filter';
import { runQuery } from '../run';
import { countOperations } from './count';
import { listOperations } from './list';

const minute = 60_000;
const now = Date.now();
const names = ['100% certo.pdf', 'a_b_c.pdf', 'c:\\faturas\\1.pdf', "O'Neill.pdf", 'شركة.pdf', 'recibo 🧾🧾🧾.pdf'];
let tenants: Tenants;
let ids: string[];

beforeAll(async () => {
  tenants = await asMachine('system', 'write', makeTenants);
  const [service] = Object.values(tenants.services);
  if (!service) throw new Error('no service');
  ids = await asMachine('system', 'write', async (db) => {
    const made: string[] = [];
    for (const [index, name] of names.entries()) {
      const at = new Date(now - index * minute);
      made.push((await makeOperation(db, service, { at, reference: `R\\${index}%_`, documents: [name] })).id);
    }
    return made;
  });
});

const administrator = () => actorOf(tenants.operators.administrator);
const page = (params: RawParams) => readOperationPage(params, todayIn('Europe/Lisbon')).page;
const found = async (params: RawParams) =>
  (await runQuery(administrator(), listOperations, page(params))).rows.map(([id]) => id);

describe('odd input of the operations list', () => {
  it.each([
    ['00%', [0]],
    ['%%%', []],
    ['_b_', [1]],
    ['___', []],
    ['\\fa', [2]],
    ['\\\\\\', []],
    ["o'n", [3]],
    ["'; drop table operations; --", []],
    ['شرك', [4]],
    ['🧾🧾🧾', [5]],
  ] as const)('inside names, %j is found as it stands and is no pattern', async (document, expected) => {
    expect(await found({ document })).toEqual(expected.map((index) => ids[index]));
  });

  it.each(['R\\0%', 'R%', 'R_', 'R\\\\'])('a reference %j is no pattern either', async (reference) => {
    expect(await found({ reference })).toEqual(reference === 'R\\0%' ? [ids[0]] : []);
  });

  it('goes on from a place whose row is gone, in both directions', async () => {
    const gone = newId(now - 2.5 * minute);
    expect(await found({ after: gone })).toEqual(ids.slice(3));
    expect(await found({ before: gone })).toEqual(ids.slice(0, 3));
  });

  it('is empty beyond its end, and says that there is a way back', async () => {
    const rows = await runQuery(administrator(), listOperations, page({ after: newId(now - 80 * 24 * 60 * minute) }));
    expect(rows).toMatchObject({ rows: [], previous: true, next: false });
  });

  it('counts what it lists, whatever the text', async () => {
    for (const document of ['00%', '___', '🧾🧾🧾']) {
      const { sort: _s, after: _a, before: _b, size: _n, ...filter } = page({ document });
      const total = await runQuery(administrator(), countOperations, filter);
      expect(total.operations).toBe((await found({ document })).length);
    }
  });
});
