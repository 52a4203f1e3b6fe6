import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { startOfDay } from '@/lib/clock';
import { addDays } from '@/lib/domain/consumption-calendar';
import { parseDocumentId } from '@/lib/domain/document-content';
import type { DocumentFilter } from '@/lib/domain/document-filter';
import { env } from '@/lib/env';

/** Where a search begins, in which direction it goes, and how many keys it brings. */
export type Stretch = { readonly newest: boolean; readonly beyond: string | null; readonly most: number };

const instant = (at: Date): SQL => sql`${at.toISOString()}::timestamptz`;
const startOf = (day: string): Date => startOfDay(day, env().SIGNSTASH_TIME_ZONE);

/** The instants between which the local days of a filter lie; the last is no longer one of them. */
export const daysOf = ({ from, to }: { from: string; to: string }) => ({
  since: startOf(from),
  until: startOf(addDays(to, 1)),
});

/**
 * Keys of the documents that pass a filter, in order of time, as a table `found`: the one function that may use the
 * trigram index under the fences (migration 0013_document_search). What reads rows by them applies inScope again.
 */
export function foundDocuments(filter: DocumentFilter, { newest, beyond, most }: Stretch): SQL {
  const { kind, service, issuer, partner, statuses, texts, hash } = filter;
  const asked = {
    kind,
    texts,
    ...(service === null ? {} : { service }),
    ...(issuer === null ? {} : { issuer }),
    ...(partner === null ? {} : { partner }),
    ...(hash === null ? {} : { hash }),
    ...(statuses.length === 0 ? {} : { statuses }),
  };
  const { since, until } = daysOf(filter);
  const key = beyond === null ? null : parseDocumentId(beyond);
  const from =
    key === null
      ? sql`null, null, null`
      : sql`${instant(new Date(key.time))}, ${key.operationId}::uuid, ${key.seq}::int`;
  return sql`search_documents(${JSON.stringify(asked)}::text::jsonb, ${instant(since)}, ${instant(until)}, ${newest}, ${from}, ${most}) as found`;
}
