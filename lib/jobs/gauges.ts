// Next bundles server code more than once; what the last comparison found is one fact of the process.
const shared = globalThis as typeof globalThis & { signstashDifferences?: number };

/** Groups that differed when usage was last reconciled in this process; undefined before. */
export const lastDifferences = (): number | undefined => shared.signstashDifferences;

export function noteDifferences(count: number): void {
  shared.signstashDifferences = count;
}
