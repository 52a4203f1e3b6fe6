/** One line of the bench table. `holds` compares the ratio with its bar. */
export type Result = { id: string; what: string; ratio: string; bar: string; holds: boolean; sides: string };

/** A ratio that must stay below its bar. */
export function atMost(id: string, what: string, ratio: number, bar: number, sides: string): Result {
  return { id, what, ratio: `${ratio.toFixed(2)}x`, bar: `<= ${bar}x`, holds: ratio <= bar, sides };
}

/** A ratio or rate that must stay above its bar. */
export function atLeast(id: string, what: string, value: number, bar: number, unit: string, sides: string): Result {
  return { id, what, ratio: `${round(value)}${unit}`, bar: `>= ${round(bar)}${unit}`, holds: value >= bar, sides };
}

const round = (value: number): string => (value >= 100 ? String(Math.round(value)) : value.toFixed(3));

/** Prints the table; misses are marked, never hidden. */
export function print(results: readonly Result[]): void {
  for (const { id, what, ratio, bar, holds, sides } of results) {
    console.log(
      `${holds ? 'ok  ' : 'MISS'} ${id.padEnd(5)} ${what.padEnd(52)} ${ratio.padStart(10)}  bar ${bar.padEnd(12)} ${sides}`,
    );
  }
}
