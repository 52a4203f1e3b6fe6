import 'server-only';
import { sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { housePartnerId } from '@/db/house';
import { issuers } from '@/db/schema';
import { inScope } from '@/db/scope';
import { containsText, directory } from '../directory';
import type { FoundSubscription, SubscriptionRow } from './schemas';

/** Companies of both kinds that await their validation, under one name; columns as those of an issuer. */
const pending = alias(issuers, 'subscriptions');

/** Pending validations: what came in and is not decided. */
export const subscriptionDirectory = directory<FoundSubscription, SubscriptionRow>({
  name: 'subscriptions',
  permission: 'subscriptions.view',
  from: sql`from (
      select i.id, 'issuer' as kind, i.partner_id, i.name, i.code, i.registered_at,
        case when i.partner_id <> ${housePartnerId}::uuid then p.name end as partner
      from issuers i join partners p on p.id = i.partner_id where i.status = 'registered'
      union all
      select p.id, 'partner', p.id, p.name, p.code, p.registered_at, null
      from partners p where p.status = 'registered'
    ) subscriptions`,
  id: sql`subscriptions.id`,
  title: sql`subscriptions.name`,
  columns: sql`subscriptions.id, subscriptions.name, subscriptions.code, subscriptions.kind, subscriptions.partner,
    (select o.email from operators o
      where case subscriptions.kind when 'issuer' then o.issuer_id = subscriptions.id else o.partner_id = subscriptions.id and o.issuer_id is null end
      order by o.id limit 1) as operator,
    (extract(epoch from subscriptions.registered_at) * 1000)::float8 as registered`,
  scope: (actor) => inScope(actor, { partnerId: pending.partnerId, issuerId: pending.id }),
  where: ({ search }) => [containsText(search, sql`subscriptions.name`, sql`subscriptions.code`)],
  tuple: (row) => [row.id, row.name, row.code, row.kind, row.partner, row.operator, row.registered],
});
