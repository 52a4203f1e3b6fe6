import 'server-only';
import { sql } from 'drizzle-orm';
import { partners } from '@/db/schema';
import { inPartnerScope } from '@/db/scope';
import { containsText, directory, oneOfThese } from '../directory';
import type { FoundPartner, PartnerRow } from './schemas';

/** The partner companies; the house partner is none of them. */
export const partnerDirectory = directory<FoundPartner, PartnerRow>({
  name: 'partners',
  permission: 'partners.list',
  from: sql`from partners`,
  id: sql`partners.id`,
  title: sql`partners.name`,
  columns: sql`partners.id, partners.name, partners.code, partners.status, partners.type,
    (select count(*)::int from issuers i where i.partner_id = partners.id and i.status <> 'deleted') as issuers,
    (select count(*)::int from operators o where o.partner_id = partners.id and o.status <> 'deleted') as operators,
    (extract(epoch from partners.registered_at) * 1000)::float8 as registered`,
  scope: (actor) => inPartnerScope(actor, partners.id),
  where: ({ search, statuses, types }) => [
    sql`partners.type <> 'HOUSE'`,
    containsText(search, sql`partners.name`, sql`partners.code`, sql`partners.email`),
    oneOfThese(sql`partners.status`, statuses),
    oneOfThese(sql`partners.type`, types),
  ],
  tuple: (row) => [row.id, row.name, row.code, row.status, row.type, row.issuers, row.operators, row.registered],
});
