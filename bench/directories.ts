import type { BenchContext } from './context';
import { ensureDirectories } from './directory-data';
import { interleaved, type Load } from './load';
import { atMost, type Result } from './table';

const ms = (load: Load): string => `${load.p50.toFixed(2)} ms`;

/** P1 for the directories: 2,000 issuers and 10,000 operators, against a floor with the same rows and the empty page. */
export async function directories({ baseUrl, floorUrl, cookies, sql }: BenchContext): Promise<Result[]> {
  await ensureDirectories(sql);
  const [administrator, partner, issuer] = [cookies.administrator, cookies.integrator, cookies.issuer];
  const pages = [
    { list: 'issuers', role: 'administrator', cookie: administrator },
    { list: 'issuers', role: 'partner', cookie: partner },
    { list: 'operators', role: 'administrator', cookie: administrator },
    { list: 'operators', role: 'partner', cookie: partner },
    { list: 'operators', role: 'issuer', cookie: issuer },
  ] as const;
  const loads = await interleaved(
    [
      { name: 'floor issuers', url: `${floorUrl}/issuers` },
      { name: 'floor operators', url: `${floorUrl}/operators` },
      { name: 'empty', url: `${baseUrl}/bench-empty`, headers: { cookie: administrator } },
      ...pages.map(({ list, role, cookie }) => ({
        name: `${list} ${role}`,
        url: `${baseUrl}/${list}`,
        headers: { cookie },
      })),
    ],
    1,
  );
  const of = (name: string): Load => loads.get(name) ?? { p50: Number.NaN, requestsPerSecond: Number.NaN };
  const empty = of('empty');
  return pages.flatMap(({ list, role }) => {
    const [page, floor] = [of(`${list} ${role}`), of(`floor ${list}`)];
    return [
      atMost('P1', `${list}, full HTML, ${role}, to floor`, page.p50 / floor.p50, 10, `${ms(page)} / ${ms(floor)}`),
      atMost(
        'P1',
        `${list}, full HTML, ${role}, to empty page`,
        page.p50 / empty.p50,
        2.5,
        `${ms(page)} / ${ms(empty)}`,
      ),
    ];
  });
}
