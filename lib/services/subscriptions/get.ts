import 'server-only';
import { and, asc, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { housePartnerId } from '@/db/house';
import { operators } from '@/db/schema';
import { notFound } from '@/lib/domain/errors';
import { query } from '../define';
import { findCompany, mayDecide } from './found';
import type { SubscriptionDetail } from './schemas';

/**
 * One company that awaits its validation, or did. A malformed id, an absent one and a foreign one are all the same.
 * @throws Failure not_found
 */
export const getSubscription = query({
  name: 'subscriptions.get',
  permission: 'subscriptions.view',
  input: z.strictObject({ id: z.string() }),
  run: async ({ db, actor, input: { id } }): Promise<SubscriptionDetail> => {
    const found = await findCompany(db, actor, id);
    if (!found) throw notFound();
    const { kind, company, partner } = found;
    const of =
      kind === 'issuer'
        ? eq(operators.issuerId, id)
        : and(eq(operators.partnerId, id), sql`${operators.issuerId} is null`);
    const { code, name, email, contact, invoiceAddress, language, status, version, registeredAt } = company;
    return {
      ...{ kind, id, name, code, email, contact, invoiceAddress, language, status, version },
      registeredAt: registeredAt.getTime(),
      bundle: 'bundle' in company ? company.bundle : null,
      partner: 'partnerId' in company && company.partnerId !== housePartnerId ? partner : null,
      type: 'type' in company ? company.type : null,
      operators: await db
        .select({ id: operators.id, name: operators.name, email: operators.email })
        .from(operators)
        .where(of)
        .orderBy(asc(operators.id)),
      decides: status === 'registered' && mayDecide(actor, found),
    };
  },
});
