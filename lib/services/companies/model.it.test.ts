import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asSuperuser } from '@/db/testing/owner-connection';
import { sequences, type Tally, Tries } from '@/db/testing/status-model/commands';
import { type Deviation, deviations } from '@/db/testing/status-model/rules';
import { Stage } from '@/db/testing/status-model/stage';
import { type Act, newWorld } from '@/db/testing/status-model/world';

const runs = Number(process.env.MODEL_RUNS ?? 100);
const mostSteps = 30;
const superuser = asSuperuser();

const setUp = async () => {
  const model = newWorld();
  return { model, real: await Stage.open(model, superuser) };
};

describe('whoever changes the status of companies and operators, in whatever order', () => {
  it(
    'gets what product.md says, and nothing else changes',
    async () => {
      const tally: Tally = new Map();
      const property = fc.asyncProperty(sequences(mostSteps, { differing: deviations, tally }), (steps) =>
        fc.asyncModelRun(setUp, steps),
      );
      await fc.assert(property, { numRuns: runs });
      if (process.env.MODEL_RUNS) console.log(`${runs} sequences:`, Object.fromEntries(tally));
      // A run that only refuses would prove little.
      expect(tally.get('ok')).toBeGreaterThan(runs);
      expect(tally.get('forbidden')).toBeGreaterThan(runs / 4);
    },
    20_000 + runs * 1_000,
  );
});

/** The shortest sequence that shows each known difference. */
const shortest: Record<Deviation, readonly Act[]> = {
  'approval is no change of status': [{ kind: 'company', by: 'marta', on: 'newOfAlfa', to: 'active' }],
  'a partner stops the operators of its issuers': [
    { kind: 'company', by: 'marta', on: 'alfa', to: 'suspended' },
    { kind: 'company', by: 'ana', on: 'padaria', to: 'suspended' },
  ],
};

describe('where the product is known to differ from product.md', () => {
  it.each(deviations)('%s: still so', async (deviation) => {
    const given = { differing: deviations.filter((each) => each !== deviation), tally: new Map() };
    const { model, real } = await setUp();
    const steps = shortest[deviation].map((act) => new Tries(act, given));
    const last = steps.pop();
    for (const step of steps) await step.run(model, real);
    await expect(last?.run(model, real)).rejects.toThrow(String(last));
  });
});
