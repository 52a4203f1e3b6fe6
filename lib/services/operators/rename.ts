import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { operators } from '@/db/schema';
import { command } from '../define';
import { operatorRenaming } from './schemas';
import { aboutOperator, touchedOperator } from './touched';

/** Gives an operator another name; role, company and address never change. @throws Failure as touchedOperator does */
export const renameOperator = command({
  name: 'operators.rename',
  permission: 'operators.edit',
  input: operatorRenaming,
  async run({ db, actor, input: { id, version, name }, audit }) {
    const { operator } = await touchedOperator(db, actor, id, version);
    await db
      .update(operators)
      .set({ name, version: version + 1, updatedAt: sql`now()` })
      .where(eq(operators.id, id));
    return audit(
      { ...aboutOperator(operator), before: { name: operator.name }, after: { name } },
      { id, version: version + 1 },
    );
  },
});
