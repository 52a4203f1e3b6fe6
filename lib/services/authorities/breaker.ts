import 'server-only';

/** So many calls in a row without an answer, and the authority is left alone for so long. */
const most = 5;
const restMs = 30_000;

type State = { failures: number; openUntil: number };
const states = new Map<string, State>();

/**
 * Whether an authority may be called now, in this process. One that does not answer is left alone for half a minute;
 * then one call tries it, and the others follow once that was answered.
 */
export function mayCall(authority: string): boolean {
  const state = states.get(authority);
  if (!state || state.failures < most) return true;
  const now = Date.now();
  if (state.openUntil > now) return false;
  // This one tries; until it is back the others wait on.
  state.openUntil = now + restMs;
  return true;
}

/** Tells how a call ended. An answer that says no is an answer. */
export function called(authority: string, answered: boolean): void {
  if (answered) {
    states.delete(authority);
    return;
  }
  const failures = (states.get(authority)?.failures ?? 0) + 1;
  states.set(authority, { failures, openUntil: Date.now() + restMs });
}
