import 'server-only';
import { and, asc, eq, gte, lt } from 'drizzle-orm';
import { z } from 'zod';
import { documents, operationKeys, operations } from '@/db/schema';
import { inServiceScope } from '@/db/scope';
import type { Database } from '@/db/transaction';
import { timeOfId } from '@/lib/domain/ids';
import { MachineFailure } from '@/lib/domain/machine-failure';
import type { ServiceCaller } from '@/lib/domain/service-caller';
import type { ServiceQuery } from '../for-service';
import { type OperationView, operationsQuery } from './schemas';
import { viewOf } from './view';

/** As many as an operation can have. */
const mostDocuments = 1_000;

const byId = z.strictObject({ id: z.string() });

/**
 * One operation of the caller. Malformed, absent and foreign ids are all the same.
 * @throws MachineFailure 0.0.6 with status 404
 */
export const getOwnOperation: ServiceQuery<typeof byId, OperationView> = {
  name: 'operations.get',
  input: byId,
  run: async ({ db, caller, input }) => {
    const found = await readOperation(db, caller, input.id);
    if (!found) throw new MachineFailure('0.0.6', 'There is no such operation.', [], 404);
    return found;
  },
};

/** The operation of the caller with an external reference, as a list of none or one. */
export const findOwnOperations: ServiceQuery<typeof operationsQuery, { operations: OperationView[] }> = {
  name: 'operations.find',
  input: operationsQuery,
  run: async ({ db, caller, input }) => {
    const [key] = await db
      .select({ id: operationKeys.operationId })
      .from(operationKeys)
      .where(and(inServiceScope(caller, operationKeys), eq(operationKeys.externalRef, input.externalRef)));
    const found = key ? await readOperation(db, caller, key.id) : null;
    return { operations: found ? [found] : [] };
  },
};

async function readOperation(db: Database, caller: ServiceCaller, id: string): Promise<OperationView | null> {
  const time = timeOfId(id);
  if (time === null) return null;
  const [operation] = await db
    .select()
    .from(operations)
    .where(and(inServiceScope(caller, operations), eq(operations.receivedAt, new Date(time)), eq(operations.id, id)));
  if (!operation) return null;
  const rows = await db
    .select()
    .from(documents)
    .where(
      and(
        inServiceScope(caller, documents),
        gte(documents.receivedAt, new Date(time)),
        lt(documents.receivedAt, new Date(time + 1)),
        eq(documents.partnerId, operation.partnerId),
        eq(documents.operationId, id),
      ),
    )
    .orderBy(asc(documents.seq))
    .limit(mostDocuments);
  return viewOf(operation, rows);
}
