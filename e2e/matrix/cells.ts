/** One thing that is tried. `run` tells what was wrong; nothing when it came out as the policy says. */
export type Cell = { name: string; run: () => Promise<readonly string[]> };

export type Outcome = { cells: number; wrong: string[] };

/** Runs cells, `lanes` at a time. A cell that throws is wrong. */
export async function runCells(cells: readonly Cell[], lanes: number): Promise<Outcome> {
  const wrong: string[] = [];
  const queue = cells.values();
  async function lane(): Promise<void> {
    for (const cell of queue) {
      const faults = await cell
        .run()
        .catch((error: unknown) => [`failed: ${error instanceof Error ? error.message : error}`]);
      if (faults.length > 0) wrong.push(`${cell.name}: ${faults.join('; ')}`);
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane));
  return { cells: cells.length, wrong };
}

export const sumOf = (outcomes: readonly Outcome[]): Outcome => ({
  cells: outcomes.reduce((total, { cells }) => total + cells, 0),
  wrong: outcomes.flatMap(({ wrong }) => wrong),
});
