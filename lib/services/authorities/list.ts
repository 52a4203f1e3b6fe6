import 'server-only';
import { sql } from 'drizzle-orm';
import { containsText, directory, oneOfThese } from '../directory';
import type { AuthorityRow, FoundAuthority } from './schemas';

/** Calls of the last thirty days that were (`answered`) or were not (`failed`). */
export const callsOf = (column: 'answered' | 'failed') => sql`coalesce((select sum(${sql.identifier(column)})::int
  from authority_days d where d.authority_id = authorities.id and d.day > installation_day() - 30), 0)`;

export const certificatesThere = sql`(select count(*)::int from certificates c where c.authority_id = authorities.id)`;

/** The certificate authorities. Nobody's rows: the permission is the fence. */
export const authorityDirectory = directory<FoundAuthority, AuthorityRow>({
  name: 'authorities',
  permission: 'authorities.view',
  from: sql`from authorities`,
  id: sql`authorities.id`,
  title: sql`authorities.name`,
  columns: sql`authorities.id, authorities.name, authorities.type, authorities.status as state, ${certificatesThere} as certificates,
    ${callsOf('answered')} as answered, ${callsOf('failed')} as failed,
    (extract(epoch from authorities.last_contact_at) * 1000)::float8 as contact,
    (extract(epoch from authorities.created_at) * 1000)::float8 as registered`,
  scope: () => undefined,
  where: ({ search, states }) => [
    containsText(search, sql`authorities.name`, sql`authorities.base_url`),
    oneOfThese(sql`authorities.status`, states),
  ],
  tuple: (row) => [
    row.id,
    row.name,
    row.type,
    row.state,
    row.certificates,
    row.answered,
    row.failed,
    row.contact,
    row.registered,
  ],
});
