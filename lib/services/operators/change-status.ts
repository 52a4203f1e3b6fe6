import 'server-only';
import { and, eq, ne, sql } from 'drizzle-orm';
import { operators } from '@/db/schema';
import type { Database } from '@/db/transaction';
import { Failure, forbidden } from '@/lib/domain/errors';
import { operatorTransitions } from '@/lib/domain/ladder';
import { reasoned } from '../companies';
import { command } from '../define';
import { endSessionsOf } from '../sessions';
import { operatorStatusChange } from './schemas';
import { aboutOperator, touchedOperator } from './touched';

/**
 * Suspends, blocks, re-activates or deletes an operator; unless it becomes active, its sessions are over.
 * @throws Failure not_found, conflict (another version), forbidden (the ladder, or no such transition), invalid (no
 *   reason, or it is the last active administrator)
 */
export const changeOperatorStatus = command({
  name: 'operators.change_status',
  permission: 'operators.edit',
  input: operatorStatusChange,
  async run({ db, actor, input: { id, version, status, reason }, audit }) {
    if (actor.role === 'administrator') await inTurn(db);
    const { operator, standing } = await touchedOperator(db, actor, id, version);
    if (!operatorTransitions(actor, { ...standing, status: operator.status }).includes(status)) throw forbidden();
    reasoned(status, reason);
    if (operator.role === 'administrator' && status !== 'active') await anotherAdministrator(db, id);
    await db
      .update(operators)
      .set({ status, version: version + 1, updatedAt: sql`now()` })
      .where(eq(operators.id, id));
    if (status !== 'active') await endSessionsOf(db, { operatorId: id });
    const { name } = operator;
    return audit(
      {
        ...aboutOperator(operator),
        before: { name, status: operator.status },
        after: { name, status, ...(reason ? { reason } : {}) },
      },
      { id, version: version + 1 },
    );
  },
});

/** Any number will do, as long as every change of an administrator takes the same one. */
const administratorsLock = 7_211_029;

/** Changes by administrators come one after another: two who would suspend each other must not both find another left. */
async function inTurn(db: Database): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(${administratorsLock})`);
}

/**
 * The last active administrator stays.
 * @throws Failure invalid
 */
async function anotherAdministrator(db: Database, id: string): Promise<void> {
  const [other] = await db
    .select({ id: operators.id })
    .from(operators)
    .where(and(eq(operators.role, 'administrator'), eq(operators.status, 'active'), ne(operators.id, id)))
    .limit(1);
  if (!other) throw new Failure('invalid', 'invalid', { status: 'last_administrator' });
}
