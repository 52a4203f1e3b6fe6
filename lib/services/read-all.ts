import 'server-only';
import type { z } from 'zod';
import { asActor } from '@/db/client';
import type { Actor } from '@/lib/domain/actor';
import { authorise, parseInput, reachable } from './authorise';
import type { Query } from './define';

type SomeQuery = Query<z.ZodType, unknown>;
type Part = readonly [verb: SomeQuery, input: unknown];
type ResultOf<P> = P extends readonly [Query<infer _I, infer T>, unknown] ? T : never;

/**
 * Reads several verbs in one REPEATABLE READ READ ONLY transaction on one connection, pipelined: one snapshot, so that
 * rows, totals and charts of a screen agree. All are authorised before the first query.
 */
export async function readAll<P extends Record<string, Part>>(
  actor: Actor,
  parts: P,
): Promise<{ [K in keyof P]: ResultOf<P[K]> }> {
  const entries = Object.entries(parts);
  for (const [, [verb]] of entries) await reachable(authorise(actor, verb));
  const inputs = entries.map(([, [verb, raw]]) => parseInput(verb.input, raw));
  const results = await reachable(
    asActor(actor, 'read', async (db) => {
      // All must settle before COMMIT is sent: it would overtake what is still being built.
      const settled = await Promise.allSettled(
        entries.map(([, [verb]], index) => verb.run({ db, actor, input: inputs[index] })),
      );
      return settled.map((each) => {
        if (each.status === 'rejected') throw each.reason;
        return each.value;
      });
    }),
  );
  return Object.fromEntries(entries.map(([name], index) => [name, results[index]])) as {
    [K in keyof P]: ResultOf<P[K]>;
  };
}
