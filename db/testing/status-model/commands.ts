import fc from 'fast-check';
import { expect } from 'vitest';
import { newId } from '@/lib/domain/ids';
import { activeAdministrators, type Deviations, entryOf, perform, type Verdict, verdictOf } from './rules';
import { pictureOf, type Stage } from './stage';
import { type Act, companyNames, type OperatorName, operatorNames, sentenceOf, toStatuses, type World } from './world';

/** How often each outcome came about: a run that only refuses proves little. */
export type Tally = Map<string, number>;
type Given = { readonly differing: Deviations; readonly tally: Tally };
type Step = fc.AsyncCommand<World, Stage>;

/** Somebody tries something, and the product does and answers what the model says. */
export class Tries implements Step {
  constructor(
    readonly act: Act,
    readonly given: Given,
  ) {}

  check = () => true;
  toString = () => sentenceOf(this.act);

  async run(world: World, stage: Stage): Promise<void> {
    await tryOne(world, stage, this.act, this.given);
  }
}

type Drawn = {
  readonly wanted: 'permitted' | 'refused';
  readonly kind: Act['kind'];
  /** About what was changed last, if it can be: what a change brings about shows there. */
  readonly near: boolean;
  readonly from: number;
};

/**
 * One of the acts that the model permits now, or of those that it refuses to somebody while it permits them to somebody
 * else: what is drawn blindly is mostly nonsense, and would come too late to the corners.
 */
class TriesWhatIs implements Step {
  constructor(
    readonly drawn: Drawn,
    readonly given: Given,
  ) {}

  check = () => true;
  toString = () => `something ${this.drawn.wanted}`;

  async run(world: World, stage: Stage): Promise<void> {
    const all = this.candidates(world);
    const near = this.drawn.near ? all.filter(({ on }) => on === world.last) : [];
    const candidates = near.length > 0 ? near : all;
    const act = candidates.find((each) => mixedActs.indexOf(each) >= this.drawn.from) ?? candidates[0];
    if (act) await tryOne(world, stage, act, this.given);
  }

  private candidates(world: World): readonly Act[] {
    const judged = mixedActs
      .filter(({ kind }) => kind === this.drawn.kind)
      .map((act) => ({ act, verdict: verdictOf(world, act, this.given.differing) }));
    const permitted = judged.filter(({ verdict }) => verdict === 'ok').map(({ act }) => act);
    if (this.drawn.wanted === 'permitted') return permitted;
    const effects = new Set(permitted.map(effectOf));
    return judged
      .filter(({ act, verdict }) => isForbidden(verdict) && effects.has(effectOf(act)))
      .map(({ act }) => act);
  }
}

const isForbidden = (verdict: Verdict) => typeof verdict !== 'string' && verdict.every((code) => code === 'forbidden');
const effectOf = (act: Act) => `${act.on} ${act.kind === 'rename' ? '' : act.to}`;

/** Two administrators stop each other at once; whoever comes second was let in before, but the last one stays. */
class StopEachOther implements Step {
  constructor(
    readonly names: readonly [OperatorName, OperatorName],
    readonly given: Given,
  ) {}

  check = ({ operators }: Readonly<World>) => this.names.every((name) => operators[name].status === 'active');
  toString = () => `${this.names[0]} and ${this.names[1]} suspend each other at once`;

  async run(world: World, stage: Stage): Promise<void> {
    const [one, other] = this.names;
    const acts = [
      { kind: 'operator', by: one, on: other, to: 'suspended' },
      { kind: 'operator', by: other, on: one, to: 'suspended' },
    ] as const;
    const actors = await Promise.all([stage.enter(one), stage.enter(other)]);
    const seen = structuredClone(world);
    const outcomes = await Promise.all(
      acts.map((act, index) => {
        const actor = actors[index];
        return actor ? stage.try(actor, act, seen) : 'nobody';
      }),
    );
    const wanted = activeAdministrators(world) === 2 ? ['invalid', 'ok'] : ['ok', 'ok'];
    stage.story.push(this.toString());
    expect([...outcomes].sort(), stage.told()).toEqual(wanted);
    for (const [index, act] of acts.entries()) if (outcomes[index] === 'ok') perform(world, act);
    count(this.given.tally, `at once: ${wanted.join(', ')}`);
    await agree(world, stage, this.given);
  }
}

async function tryOne(world: World, stage: Stage, act: Act, { differing, tally }: Given): Promise<void> {
  stage.story.push(sentenceOf(act));
  const verdict = verdictOf(world, act, differing);
  const actor = await stage.enter(act.by);
  const entry = actor === null ? 'out' : actor.readOnly ? 'looks' : 'acts';
  expect(entry, `how ${act.by} enters, after ${stage.told()}`).toBe(entryOf(world, act.by, differing));
  const outcome = actor ? await stage.try(actor, act, world) : 'nobody';
  const wanted: readonly string[] = typeof verdict === 'string' ? [verdict] : verdict;
  expect(wanted, `what comes of the last of ${stage.told()}`).toContain(outcome);
  // What is foreign looks as if it did not exist.
  if (actor && wanted.includes('not_found')) {
    expect(
      await stage.try(actor, act, world, newId()),
      `an absent one in the place of the last of ${stage.told()}`,
    ).toBe(outcome);
  }
  if (outcome === 'ok') perform(world, act);
  count(tally, outcome);
  await agree(world, stage, { differing, tally });
}

/** Every status and version is as the model has it, an administrator is left, and who is out is out at once. */
async function agree(world: World, stage: Stage, { differing }: Given): Promise<void> {
  expect(await stage.read(), `statuses and versions after ${stage.told()}`).toEqual(pictureOf(world));
  expect(activeAdministrators(world), `active administrators after ${stage.told()}`).toBeGreaterThan(0);
  for (const [name, token] of stage.tokens) {
    if (entryOf(world, name, differing) !== 'out') continue;
    expect(await stage.comeBack(token), `the session that ${name} had, after ${stage.told()}`).toBeNull();
    stage.tokens.delete(name);
  }
}

const count = (tally: Tally, what: string) => tally.set(what, (tally.get(what) ?? 0) + 1);

const everyAct: readonly Act[] = operatorNames.flatMap((by) => [
  ...companyNames.flatMap((on) => toStatuses.map((to): Act => ({ kind: 'company', by, on, to }))),
  ...operatorNames.flatMap((on) => toStatuses.map((to): Act => ({ kind: 'operator', by, on, to }))),
  ...operatorNames.map((on): Act => ({ kind: 'rename', by, on })),
]);
/** In an order of no meaning, but always the same one: a shorter sequence then finds the same acts again. */
const mixedActs = everyAct
  .map((_, index) => everyAct[(index * 7_919) % everyAct.length])
  .filter((act) => act !== undefined);
const administrators = ['marta', 'nuno', 'olga'] as const satisfies readonly OperatorName[];

/** Sequences of steps. */
export function sequences(most: number, given: Given): fc.Arbitrary<Iterable<Step>> {
  const by = fc.constantFrom(...operatorNames);
  const to = fc.constantFrom(...toStatuses);
  const tries = fc
    .oneof(
      fc.record({ kind: fc.constant('company' as const), by, on: fc.constantFrom(...companyNames), to }),
      fc.record({ kind: fc.constant('operator' as const), by, on: by, to }),
      fc.record({ kind: fc.constant('rename' as const), by, on: by }),
    )
    .map((act): Step => new Tries(act, given));
  const kinds = fc.constantFrom('company' as const, 'company' as const, 'operator' as const, 'rename' as const);
  const from = fc.nat(mixedActs.length - 1);
  const oneOf = (wanted: Drawn['wanted']) =>
    fc
      .record({ wanted: fc.constant(wanted), kind: kinds, near: fc.boolean(), from })
      .map((drawn): Step => new TriesWhatIs(drawn, given));
  const [permitted, refused] = [oneOf('permitted'), oneOf('refused')];
  const atOnce = fc
    .shuffledSubarray([...administrators], { minLength: 2, maxLength: 2 })
    .map(([one = 'marta', other = 'nuno']): Step => new StopEachOther([one, other], given));
  // Two administrators who stop each other leave one: that is seldom.
  return fc.commands(
    [tries, tries, tries, permitted, permitted, permitted, permitted, refused, refused, refused, atOnce],
    {
      maxCommands: most,
      size: 'max',
    },
  );
}
