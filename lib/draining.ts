// Next bundles server code more than once; that the process is leaving is one fact.
const shared = globalThis as typeof globalThis & { signstashDraining?: boolean };

/** True once the process has been told to stop: it finishes what it has begun and takes nothing new. */
export function isDraining(): boolean {
  return shared.signstashDraining === true;
}

export function startDraining(): void {
  shared.signstashDraining = true;
}
