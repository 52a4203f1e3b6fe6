import 'server-only';
import { sql } from 'drizzle-orm';
import { housePartnerId } from '@/db/house';
import { issuers } from '@/db/schema';
import { inScope } from '@/db/scope';
import { containsText, directory, exactly, oneOfThese } from '../directory';
import type { FoundIssuer, IssuerRow } from './schemas';

/** The issuers in the actor's scope. */
export const issuerDirectory = directory<FoundIssuer, IssuerRow>({
  name: 'issuers',
  permission: 'issuers.list',
  from: sql`from issuers join partners on partners.id = issuers.partner_id`,
  id: sql`issuers.id`,
  title: sql`issuers.name`,
  columns: sql`issuers.id, issuers.name, issuers.code, issuers.status, issuers.bundle,
    case when issuers.partner_id <> ${housePartnerId}::uuid then partners.name end as partner,
    (select count(*)::int from client_services s where s.issuer_id = issuers.id and s.status <> 'deleted') as services,
    (select count(*)::int from operators o where o.issuer_id = issuers.id and o.status <> 'deleted') as operators,
    (extract(epoch from issuers.registered_at) * 1000)::float8 as registered`,
  scope: (actor) => inScope(actor, { partnerId: issuers.partnerId, issuerId: issuers.id }),
  where: ({ search, statuses, partner, bundle }) => [
    containsText(search, sql`issuers.name`, sql`issuers.code`, sql`issuers.email`),
    oneOfThese(sql`issuers.status`, statuses),
    exactly(sql`issuers.bundle`, bundle),
    exactly(sql`issuers.partner_id`, partner),
  ],
  tuple: (row) => [
    row.id,
    row.name,
    row.code,
    row.status,
    row.partner,
    row.bundle,
    row.services,
    row.operators,
    row.registered,
  ],
});
