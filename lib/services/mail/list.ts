import 'server-only';
import { sql } from 'drizzle-orm';
import { mails } from '@/db/schema';
import { inScope } from '@/db/scope';
import { containsText, directory, oneOfThese } from '../directory';
import type { FoundMail, MailRow } from './schemas';

/** The mails of the outbox, which administrators alone read. */
export const mailDirectory = directory<FoundMail, MailRow>({
  name: 'mails',
  permission: 'mail.view',
  from: sql`from mails`,
  id: sql`mails.id`,
  title: sql`mails.to_address`,
  columns: sql`mails.id, mails.to_address as address, mails.to_name as name, mails.template, mails.state, mails.attempts,
    (extract(epoch from mails.created_at) * 1000)::float8 as created,
    (extract(epoch from mails.sent_at) * 1000)::float8 as sent, mails.last_error as error`,
  scope: (actor) => inScope(actor, mails),
  where: ({ search, states }) => [
    containsText(search, sql`mails.to_address`, sql`mails.to_name`),
    oneOfThese(sql`mails.state`, states),
  ],
  tuple: (row) => [row.id, row.address, row.name, row.template, row.state, row.attempts, row.created, row.sent],
});
