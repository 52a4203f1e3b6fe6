import type { Actor } from '@/lib/domain/actor';
import { asActor } from '../client';
import type { Database } from '../transaction';

/** A verb that reads, whatever it takes. */
export type Read = { run(context: { db: Database; actor: Actor; input: never }): Promise<unknown> };
type Session = { prepareQuery: (...args: never[]) => object };

/** How many statements these verbs send, whatever they are built with. */
export async function statementsOf(
  actor: Actor,
  ...reads: readonly (readonly [verb: Read, input: unknown])[]
): Promise<number> {
  return asActor(actor, 'read', async (db) => {
    let count = 0;
    const { session } = db as unknown as { session: Session };
    const prepare = session.prepareQuery.bind(session);
    session.prepareQuery = (...args) => {
      count++;
      return prepare(...args);
    };
    await Promise.all(reads.map(([verb, input]) => verb.run({ db, actor, input: input as never })));
    return count;
  });
}
