/** One measured bar of performance.md: what was got, what was asked, and the two figures behind it. */
export type Measured = { bar: string; what: string; got: number; least: number; unit: string; sides: string };

const round = (value: number): number => (value >= 100 ? Math.round(value) : Number(value.toFixed(2)));

/** One line a bar, with both sides. */
export function lineOf({ bar, what, got, least, unit, sides }: Measured): string {
  const verdict = got >= least ? 'holds' : 'MISSED';
  return `${bar} ${verdict}: ${what}: ${round(got)} ${unit} (bar ${least}); ${sides}`;
}

/** Runs `work` on `workers` at once until `count` turns are done. @returns turns a second */
export async function rateOf(
  workers: number,
  count: number,
  work: (turn: number) => Promise<unknown>,
): Promise<number> {
  let next = 0;
  const begin = performance.now();
  await Promise.all(
    Array.from({ length: workers }, async () => {
      while (next < count) {
        const turn = next;
        next += 1;
        await work(turn);
      }
    }),
  );
  return (count * 1_000) / (performance.now() - begin);
}

/** The middle of these figures. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
