import autocannon from 'autocannon';

/** One address to measure, with its cookie or token. */
export type Target = { name: string; url: string; headers?: Record<string, string> };
export type Load = { p50: number; requestsPerSecond: number };

const seconds = 4;

/** Loads one target. Every answer must be a 200: a fast error is no result. */
async function once(target: Target, connections: number, duration: number): Promise<Load> {
  const result = await autocannon({
    url: target.url,
    connections,
    duration,
    headers: target.headers ?? {},
  });
  if (result.non2xx > 0 || result.errors > 0 || result['2xx'] === 0) {
    throw new Error(`${target.name}: ${result.non2xx} answers were no 200, ${result.errors} errors`);
  }
  return { p50: milliseconds(result, connections), requestsPerSecond: result['2xx'] / result.duration };
}

/** autocannon's own median has whole milliseconds; with one connection the mean gap of answers is finer and the same. */
function milliseconds(result: autocannon.Result, connections: number): number {
  return connections === 1 ? (result.duration * 1000) / result['2xx'] : result.latency.p50;
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Loads targets in turn, three rounds after a warm-up, and answers the medians by name. */
export async function interleaved(targets: readonly Target[], connections: number): Promise<Map<string, Load>> {
  const rounds = new Map<string, Load[]>(targets.map(({ name }) => [name, []]));
  for (const target of targets) await once(target, connections, 2);
  for (let round = 0; round < 3; round++) {
    for (const target of targets) rounds.get(target.name)?.push(await once(target, connections, seconds));
  }
  return new Map(
    [...rounds].map(([name, loads]) => [
      name,
      {
        p50: median(loads.map((load) => load.p50)),
        requestsPerSecond: median(loads.map((load) => load.requestsPerSecond)),
      },
    ]),
  );
}

/** Median milliseconds of `work`, run alternately with `other`: both sides of a ratio in one run. */
export async function alternately(
  work: () => Promise<unknown>,
  other: () => Promise<unknown>,
  rounds: number,
): Promise<[number, number]> {
  const times: [number[], number[]] = [[], []];
  for (let round = -2; round < rounds; round++) {
    for (const [side, run] of [work, other].entries()) {
      const since = performance.now();
      await run();
      if (round >= 0) times[side]?.push(performance.now() - since);
    }
  }
  return [median(times[0]), median(times[1])];
}
