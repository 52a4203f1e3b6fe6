import 'server-only';
import type { z } from 'zod';
import { asActor, asMachine } from '@/db/client';
import type { Actor } from '@/lib/domain/actor';
import { authorise, parseInput, reachable } from './authorise';
import type { Command, MachineCommand, Query } from './define';
import { auditorOf } from './recorded';

/** Runs a read verb on its own. Pages that need several use `readAll`: one snapshot. */
export async function runQuery<I extends z.ZodType, T>(actor: Actor, verb: Query<I, T>, raw: unknown): Promise<T> {
  await reachable(authorise(actor, verb));
  const input = parseInput(verb.input, raw);
  return reachable(asActor(actor, 'read', (db) => verb.run({ db, actor, input })));
}

/** Runs a write verb: permission, input, transaction under the actor's database role, audit entry, COMMIT. */
export async function runCommand<I extends z.ZodType, T>(actor: Actor, verb: Command<I, T>, raw: unknown): Promise<T> {
  await reachable(authorise(actor, verb));
  const input = parseInput(verb.input, raw);
  const recorded = await reachable(
    asActor(actor, 'write', (db) => verb.run({ db, actor, input, audit: auditorOf(db, actor, verb.name) })),
  );
  return recorded.result;
}

/** Runs a machine's write as `system`. The caller has authenticated the machine. */
export async function runMachine<I extends z.ZodType, T>(verb: MachineCommand<I, T>, input: z.output<I>): Promise<T> {
  return reachable(asMachine('system', 'write', (db) => verb.run({ db, input })));
}
