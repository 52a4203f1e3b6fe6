import type { z } from 'zod';
import { actorOfSession } from '@/lib/auth/session-actor';
import { readSessionToken } from '@/lib/auth/session-cookie';
import type { Actor } from '@/lib/domain/actor';
import { Failure } from '@/lib/domain/errors';
import { newId } from '@/lib/domain/ids';
import { type AnyVerb, type Command, type Query, verbs } from '@/lib/services/define';
import { runCommand, runQuery } from '@/lib/services/run';
import type { Cell } from './cells';
import type { Looker } from './marks';
import { isLive, liveRole, type Person, people } from './people';
import { scopeOf } from './policy';
import { verbLines } from './policy-verbs';
import { cookieOf } from './sign-in';
import { mayShow } from './truth';
import type { Try } from './try';
import { triesOf } from './verb-tries';
import type { World } from './world';

/** The operator behind somebody's cookie, as a request would load it. */
async function actorOf(world: World, person: Person): Promise<Actor | null> {
  const token = cookieOf(world, person).cookie?.split('=').slice(1).join('=');
  const claims = await readSessionToken(token);
  return claims ? actorOfSession(claims.sid, { id: newId(), address: '127.0.0.1' }) : null;
}

/** Every declared verb × everybody × what it can be asked for, in this process: no page, no middleware, no HTTP. */
export function verbCells(world: World, looker: Looker): Cell[] {
  return [...verbs().values()].flatMap((verb) => {
    const line = verbLines[verb.name];
    if (!line) return [];
    return people.flatMap((person) => {
      if (!isLive(person)) return [strangerCell(verb.name, person, world)];
      const role = liveRole(person);
      const permitted = role !== null && line.who.includes(role);
      return triesOf(line.about, person, world).map((each) => tryCell(verb, person, permitted, each, world, looker));
    });
  });
}

/** Without an actor no verb can be called at all. */
function strangerCell(verb: string, person: Person, world: World): Cell {
  return {
    name: `verb ${verb} | ${person.name} | self`,
    run: async () => ((await actorOf(world, person)) === null ? [] : ['is still taken for somebody']),
  };
}

function tryCell(verb: AnyVerb, person: Person, permitted: boolean, each: Try, world: World, looker: Looker): Cell {
  return {
    name: `verb ${verb.name} | ${person.name} | ${each.object} (${each.label})`,
    run: async () => {
      const actor = await actorOf(world, person);
      if (!actor) return ['is not taken for anybody'];
      const outcome = await run(actor, verb, each.input);
      const refusal = permitted ? each.refusal : 'forbidden';
      if (refusal !== undefined) return outcome.code === refusal ? [] : [`${outcome.code ?? 'ran'}, not ${refusal}`];
      if (outcome.code !== undefined) return [`refused: ${outcome.code}`];
      return resultFaults(person, each, outcome.result, looker);
    },
  };
}

async function run(actor: Actor, verb: AnyVerb, input: unknown): Promise<{ code?: string; result?: unknown }> {
  try {
    const result =
      verb.kind === 'query'
        ? await runQuery(actor, verb as Query<z.ZodType, unknown>, input)
        : await runCommand(actor, verb as Command<z.ZodType, unknown>, input);
    return { result };
  } catch (error) {
    if (error instanceof Failure) return { code: error.code };
    throw error;
  }
}

function resultFaults(person: Person, { expects, echo, also }: Try, result: unknown, looker: Looker): string[] {
  const sight = looker.look(JSON.stringify(result), echo);
  const allowed = mayShow(person, scopeOf(person));
  const strangers = [...sight.whose].filter((each) => !allowed.has(each));
  const parts = new Set([...sight.sums].flatMap((sum) => sum.split('+')));
  return [
    ...(strangers.length > 0 ? [`shows what belongs to ${strangers.join(', ')}`] : []),
    ...differs('operations', expects?.operations, sight.operations),
    ...differs('names', expects?.names, sight.names),
    ...differs('sums', expects?.sums, parts),
    ...(also?.(result) === false ? [`gave ${JSON.stringify(result).slice(0, 200)}`] : []),
  ];
}

function differs(what: string, expected: readonly string[] | undefined, seen: ReadonlySet<string>): string[] {
  if (expected === undefined) return [];
  const [wanted, found] = [[...new Set(expected)].sort(), [...seen].sort()];
  return wanted.join() === found.join()
    ? []
    : [`${what}: ${found.join(', ') || 'none'}, not ${wanted.join(', ') || 'none'}`];
}
