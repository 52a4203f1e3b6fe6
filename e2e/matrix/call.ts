import type { Ask } from './http';
import type { Manner } from './judge';
import type { Truth } from './truth';

/** One request to a route handler, and what must come of it. */
export type Call = Ask & { object: string; label: string; truth: Truth; echo: readonly string[]; manner: Manner };

/** Makes a call of the route, method and person at hand. */
export type Make = (more: Partial<Call>) => Call;
