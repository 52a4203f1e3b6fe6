import 'server-only';
import { and, eq, gt, sql } from 'drizzle-orm';
import { partners, partnerTypeChanges } from '@/db/schema';
import { todayIn } from '@/lib/clock';
import { addDays, type Day } from '@/lib/domain/consumption-calendar';
import { conflict, notFound } from '@/lib/domain/errors';
import { env } from '@/lib/env';
import { unchangedSince } from '../companies';
import { typeChange } from '../companies/schemas';
import { command } from '../define';
import { findPartner } from './get';

/** Before every day there is. */
const always = '0001-01-01';

/**
 * Gives a partner another type from the next midnight or the first of the next month on. Who pays for an operation that
 * is registered stays as it is. Choosing the type that it has takes back a change that has not come yet.
 * @throws Failure not_found, conflict (another version, or deleted)
 */
export const changePartnerType = command({
  name: 'partners.change_type',
  permission: 'partners.type',
  input: typeChange,
  async run({ db, actor, input: { id, version, type, when }, audit }) {
    const row = await findPartner(db, actor, id, { lock: true });
    if (!row) throw notFound();
    const { partner } = row;
    unchangedSince(version, partner);
    if (partner.status === 'deleted' || partner.type === 'HOUSE') throw conflict();
    const today = todayIn(env().SIGNSTASH_TIME_ZONE);
    const fromDay = when === 'month' ? firstOfNextMonth(today) : addDays(today, 1);
    await db
      .delete(partnerTypeChanges)
      .where(and(eq(partnerTypeChanges.partnerId, id), gt(partnerTypeChanges.fromDay, today)));
    const change = { partnerId: id, changedBy: actor.operatorId };
    if (type !== partner.type) {
      await db
        .insert(partnerTypeChanges)
        .values({ ...change, fromDay: always, type: partner.type })
        .onConflictDoNothing();
      await db.insert(partnerTypeChanges).values({ ...change, fromDay, type });
    }
    await db
      .update(partners)
      .set({ version: version + 1, updatedAt: sql`now()` })
      .where(eq(partners.id, id));
    const { name } = partner;
    const after = type === partner.type ? { name, type } : { name, type, from: fromDay };
    return audit(
      { target: { type: 'partner', id }, partnerId: id, issuerId: null, before: { name, type: partner.type }, after },
      { id, version: version + 1 },
    );
  },
});

function firstOfNextMonth(today: Day): Day {
  const [year = 0, month = 0] = today.split('-').map(Number);
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
}
