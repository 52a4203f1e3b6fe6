import 'server-only';
import { sql } from 'drizzle-orm';
import { operators } from '@/db/schema';
import { operatorsInScope } from '@/db/scope';
import { containsText, directory, exactly, oneOfThese } from '../directory';
import type { FoundOperator, OperatorRow } from './schemas';

/** The operators that the actor administers or may know: its own role's and lower ones, within scope. */
export const operatorDirectory = directory<FoundOperator, OperatorRow>({
  name: 'operators',
  permission: 'operators.view',
  from: sql`from operators left join partners on partners.id = operators.partner_id left join issuers on issuers.id = operators.issuer_id`,
  id: sql`operators.id`,
  title: sql`operators.name`,
  columns: sql`operators.id, operators.name, operators.email, operators.role, operators.status,
    coalesce(issuers.name, partners.name) as company,
    (extract(epoch from operators.last_sign_in_at) * 1000)::float8 as signed_in,
    (extract(epoch from operators.created_at) * 1000)::float8 as registered`,
  scope: (actor) => operatorsInScope(actor, operators),
  where: ({ search, statuses, roles, partner, issuer }) => [
    containsText(search, sql`operators.name`, sql`operators.email`),
    oneOfThese(sql`operators.status`, statuses),
    oneOfThese(sql`operators.role`, roles),
    exactly(sql`operators.partner_id`, partner),
    exactly(sql`operators.issuer_id`, issuer),
  ],
  tuple: (row) => [row.id, row.name, row.email, row.role, row.status, row.company, row.signed_in, row.registered],
});
