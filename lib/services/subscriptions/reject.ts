import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { issuers, operators, partners } from '@/db/schema';
import { command } from '../define';
import { postMail } from '../mail';
import { aboutCompany, heldSubscription } from './found';
import { rejection } from './schemas';

/**
 * Rejects a subscription, with a reason that the company reads. Its code stays reserved; its operators never come in.
 * @throws Failure as heldSubscription does
 */
export const rejectSubscription = command({
  name: 'subscriptions.reject',
  permission: 'subscriptions.decide',
  input: rejection,
  async run({ db, actor, input: { id, version, reason }, audit }) {
    const found = await heldSubscription(db, actor, id, version);
    const { kind, company } = found;
    const gone = { status: 'deleted' as const, version: version + 1, updatedAt: sql`now()` };
    const table = kind === 'issuer' ? issuers : partners;
    await db.update(table).set(gone).where(eq(table.id, id));
    const whose = kind === 'issuer' ? eq(operators.issuerId, id) : eq(operators.partnerId, id);
    const { id: operatorId, email, name, language } = operators;
    const first = await db.select({ email, name, language }).from(operators).where(whose).orderBy(operatorId);
    await db
      .update(operators)
      .set({ status: 'deleted', version: sql`${operators.version} + 1`, updatedAt: sql`now()` })
      .where(and(whose, eq(operators.status, 'registered')));
    const about = aboutCompany(found);
    const { partnerId, issuerId } = about;
    for (const to of first) {
      await postMail(db, {
        template: 'subscription_rejected',
        to: { address: to.email, name: to.name, language: to.language },
        parameters: { company: company.name, reason },
        partnerId,
        issuerId,
      });
    }
    const before = { name: company.name, status: 'registered' };
    return audit({ ...about, before, after: { name: company.name, status: 'deleted', reason } }, { id });
  },
});
