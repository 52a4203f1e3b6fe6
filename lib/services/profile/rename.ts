import 'server-only';
import { sql } from 'drizzle-orm';
import { operators } from '@/db/schema';
import { isOneself } from '@/db/scope';
import { conflict, notFound } from '@/lib/domain/errors';
import { command } from '../define';
import { ownRenaming } from './schemas';

/** Changes one's own name. @throws Failure conflict (another version) */
export const renameOneself = command({
  name: 'profile.rename',
  permission: 'profile.edit',
  input: ownRenaming,
  async run({ db, actor, input: { name, version }, audit }) {
    const own = isOneself(actor, operators.id);
    const [row] = await db
      .select({ name: operators.name, version: operators.version })
      .from(operators)
      .where(own)
      .for('update');
    if (!row) throw notFound();
    if (row.version !== version) throw conflict();
    await db
      .update(operators)
      .set({ name, version: version + 1, updatedAt: sql`now()` })
      .where(sql`${operators.id} = ${actor.operatorId}`);
    const { operatorId: id, partnerId, issuerId } = actor;
    return audit(
      { target: { type: 'operator', id }, partnerId, issuerId, before: { name: row.name }, after: { name } },
      { version: version + 1 },
    );
  },
});
