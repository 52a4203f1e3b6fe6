import { newId } from '@/lib/domain/ids';
import { ask } from './http';
import { people } from './people';
import { cookieOf } from './sign-in';
import { asDocument } from './transports';
import type { World } from './world';

const rounds = 200;
/** What may not be passed; the promise is 10 %, which a busy machine cannot always measure. */
const gate = 0.25;
const tries = 3;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Medians of answers to a foreign and to a missing operation, asked in turn. @returns the difference as a share */
async function measure(world: World, name: string): Promise<{ foreign: number; missing: number; share: number }> {
  const person = people.find((each) => each.name === name);
  const ids = {
    foreign: world.tenants.foreign.operations[0],
    missing: newId(Date.now() - 3 * 24 * 60 * 60 * 1_000 + 1_000),
  };
  const times = { foreign: [] as number[], missing: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    for (const kind of round % 2 === 0 ? (['foreign', 'missing'] as const) : (['missing', 'foreign'] as const)) {
      const asked = asDocument.ask(`/operations/${ids[kind]}`, '');
      const since = performance.now();
      await ask({ ...asked, headers: { ...asked.headers, ...(person ? cookieOf(world, person) : {}) } });
      times[kind].push(performance.now() - since);
    }
  }
  const [foreign, missing] = [median(times.foreign), median(times.missing)];
  return { foreign, missing, share: Math.abs(foreign - missing) / Math.min(foreign, missing) };
}

/** Whether time tells foreign from missing; measured again when it seems to. Prints the figures. */
export async function timingFaults(world: World, name: string): Promise<string[]> {
  let last = '';
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const { foreign, missing, share } = await measure(world, name);
    last = `foreign ${foreign.toFixed(1)} ms, missing ${missing.toFixed(1)} ms, ${(share * 100).toFixed(1)} % apart`;
    console.log(`timing of 404, ${name}: ${last} (median of ${rounds} each)`);
    if (share <= gate) return [];
  }
  return [`timing of 404, ${name}: ${last}`];
}
