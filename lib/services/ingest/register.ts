import 'server-only';
import type { SQL } from 'drizzle-orm';
import type { Database } from '@/db/transaction';
import { machineCommand } from '../define';
import { faultAt, refusal } from './faults';
import { checkDistinct, checkTimes, lookUp, ownersOf } from './lookup';
import { type OperationRow, rowOf } from './rows';
import { batchSchema, type Registration } from './schemas';
import { holdersStatement, registerStatement, writeDocuments, writeOperations, writeUsage } from './statement';

/** A key that was taken before: by which operation, and whether with the same content (null: not visible yet). */
type Taken = { n: number; id: string | null; same: boolean | null };

/**
 * Registers operations that a signing engine has dealt with, all or none. Idempotent by (service, external reference):
 * the same content again is `repeated`, another content is a conflict and refuses the whole batch.
 *
 * The engine reports facts: whether a service, its issuer or its partner may sign *now* decides about signing (1.1.3,
 * 1.2.0, 1.3.0), not about the record of what was signed. So registration asks only that the alias exists; leaving
 * out what a service did before it was blocked would falsify the count and hide it from the tax authority.
 * @throws MachineFailure 1.1.0 unknown alias, 0.0.6 two partners, doubled reference, time out of range, 0.0.7 conflict
 */
export const registerOperations = machineCommand({
  name: 'operations.register',
  record: 'operation',
  input: batchSchema,
  run: async ({ db, input: { operations } }): Promise<Registration> => {
    checkDistinct(operations);
    const { services, months } = await lookUp(db, [...new Set(operations.map(({ service }) => service))]);
    const owners = ownersOf(operations, services);
    checkTimes(operations, months, Date.now());
    const rows = operations.flatMap((operation, index) => {
      const owner = owners[index];
      return owner ? [rowOf(operation, owner)] : [];
    });
    return outcomes(rows, await claim(db, rows, [writeOperations, writeDocuments(rows), writeUsage]));
  },
});

/**
 * Runs the one statement and tells which keys had been taken. A key that another transaction committed while the
 * statement waited for it is invisible to the statement's snapshot: a second look, with a new snapshot, sees it.
 */
export async function claim(db: Database, rows: readonly OperationRow[], parts: readonly SQL[]): Promise<Taken[]> {
  const [first] = rows;
  if (!first) return [];
  const { partnerId } = first.owner;
  const taken = await db.execute<Taken>(registerStatement(partnerId, rows, parts));
  const unseen = taken.filter(({ same }) => same === null);
  if (unseen.length === 0) return [...taken];
  const places = unseen.map(({ n }) => n - 1);
  const again = await db.execute<Taken>(
    holdersStatement(
      partnerId,
      places.flatMap((place) => rows[place] ?? []),
    ),
  );
  const seen = again.map((each) => ({ ...each, n: (places[each.n - 1] ?? 0) + 1 }));
  return [...taken.filter(({ same }) => same !== null), ...seen];
}

function outcomes(rows: readonly OperationRow[], taken: readonly Taken[]): Registration {
  const conflicts = taken.filter(({ same }) => same !== true).map(({ n }) => n - 1);
  if (conflicts.length > 0) {
    throw refusal(
      '0.0.7',
      conflicts
        .sort((a, b) => a - b)
        .map((index) =>
          faultAt(['operations', index, 'externalReference'], 'is registered already, with other content'),
        ),
    );
  }
  const earlier = new Map(taken.map(({ n, id }) => [n - 1, id]));
  const results = rows.map(({ id, operation }, index) => {
    const known = earlier.get(index);
    return {
      index,
      externalReference: operation.externalReference,
      id: known ?? id,
      outcome: known ? ('repeated' as const) : ('registered' as const),
    };
  });
  return { accepted: rows.length - earlier.size, repeated: earlier.size, results };
}
