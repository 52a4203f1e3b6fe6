import type { BenchContext } from './context';
import { interleaved, type Load } from './load';
import { atLeast, atMost, type Result } from './table';

const ms = (load: Load): string => `${load.p50.toFixed(2)} ms`;
const rate = (load: Load): string => `${load.requestsPerSecond.toFixed(0)}/s`;

/** P1, P2, P3, P14: pages and list data against the floor and an empty page of the same build. */
export async function pages({ baseUrl, floorUrl, cookies }: BenchContext): Promise<Result[]> {
  const list = `${baseUrl}/operations`;
  const targets = [
    { name: 'floor', url: `${floorUrl}/html` },
    { name: 'empty', url: `${baseUrl}/bench-empty`, headers: { cookie: cookies.administrator } },
    { name: 'partner', url: list, headers: { cookie: cookies.integrator } },
    { name: 'administrator', url: list, headers: { cookie: cookies.administrator } },
    { name: 'auditor, 1 grant', url: list, headers: { cookie: cookies.auditor1 } },
    { name: 'auditor, 20 grants', url: list, headers: { cookie: cookies.auditor20 } },
    { name: 'auditor, 200 grants', url: list, headers: { cookie: cookies.auditor200 } },
    { name: 'dashboard', url: `${baseUrl}/dashboard`, headers: { cookie: cookies.administrator } },
  ];
  const one = await interleaved(targets, 1);
  const at = (loads: Map<string, Load>, name: string): Load =>
    loads.get(name) ?? { p50: Number.NaN, requestsPerSecond: Number.NaN };
  const floor = at(one, 'floor');
  const empty = at(one, 'empty');
  const results: Result[] = [];
  for (const { name } of targets.slice(2, -1)) {
    const page = at(one, name);
    results.push(
      atMost('P1', `list, full HTML, ${name}, to floor`, page.p50 / floor.p50, 10, `${ms(page)} / ${ms(floor)}`),
    );
    results.push(
      atMost('P1', `list, full HTML, ${name}, to empty page`, page.p50 / empty.p50, 2.5, `${ms(page)} / ${ms(empty)}`),
    );
  }
  const board = at(one, 'dashboard');
  const adminList = at(one, 'administrator');
  results.push(
    atMost('P14', 'dashboard, administrator, to list', board.p50 / adminList.p50, 2, `${ms(board)} / ${ms(adminList)}`),
  );

  const ten = await interleaved(
    [targets[0], targets[2]].filter((target) => target !== undefined),
    10,
  );
  const [floorTen, listTen] = [at(ten, 'floor'), at(ten, 'partner')];
  results.push(
    atLeast(
      'P2',
      'list, full HTML, 10 connections, of floor',
      listTen.requestsPerSecond / floorTen.requestsPerSecond,
      1 / 18,
      '',
      `${rate(listTen)} / ${rate(floorTen)}`,
    ),
  );
  return [...results, ...(await listData({ baseUrl, floorUrl, cookies }))];
}

async function listData({ baseUrl, floorUrl, cookies }: Omit<BenchContext, 'sql'>): Promise<Result[]> {
  const targets = [
    { name: 'floor', url: `${floorUrl}/json` },
    { name: 'data', url: `${baseUrl}/api/lists/operations`, headers: { cookie: cookies.integrator } },
  ];
  const results: Result[] = [];
  for (const [connections, bar] of [
    [1, 3],
    [10, 5],
  ] as const) {
    const loads = await interleaved(targets, connections);
    const [floor, data] = [loads.get('floor'), loads.get('data')];
    if (!floor || !data) throw new Error('a target was not measured');
    results.push(
      atMost(
        'P3',
        `list data, ${connections} connection(s), to floor`,
        floor.requestsPerSecond / data.requestsPerSecond,
        bar,
        `${rate(data)} / ${rate(floor)}`,
      ),
    );
  }
  return results;
}
