import 'server-only';
import { and, type SQL, sql } from 'drizzle-orm';
import { housePartnerId } from '@/db/house';
import { operations } from '@/db/schema';
import { inScope, issuersApart } from '@/db/scope';
import { type Database, planAnew } from '@/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import { timeOfId } from '@/lib/domain/ids';
import { type OperationPage, operationPageSchema } from '@/lib/domain/operation-filter';
import { query } from '../define';
import { pageRows } from '../page-rows';
import { endOf, foundBy, instant, isSelective, type Search, whereOf } from './internal';
import type { OperationRow, OperationRows } from './schemas';

/** A page of the operations that pass a filter, by keyset in either direction. Never an offset. */
export const listOperations = query({
  name: 'operations.list',
  permission: 'operations.view',
  input: operationPageSchema,
  run: async ({ db, actor, input }): Promise<OperationRows> => {
    const descending = (input.sort === 'newest') !== (input.before !== null);
    const found = await readPage(db, actor, input, descending);
    return pageRows(input, found, tupleOf);
  },
});

/** Documents that a search inside names brings at first, enough for most pages; then at a time. */
const quickSearch = 200;
const farSearch = 10_000;

/** Rows of the page and one more. */
async function readPage(db: Database, actor: Actor, page: OperationPage, descending: boolean): Promise<Found[]> {
  if (isSelective(page)) await planAnew(db);
  if (page.document !== null) return readFound(db, actor, page, descending, page.document);
  const all = { most: 0, newest: descending, beyond: null };
  const read = (since: Date | null) => db.execute<Found>(pageOf(actor, page, descending, all, since));
  const recent = descending ? await readRecent(actor, page, read) : [];
  return recent.length > 0 ? recent : read(null);
}

/**
 * Rows with a document of such a name. A text may stand in every name, so that the search goes piece by piece from the
 * page's beginning on, in its direction: what other filters drop of one piece, the next makes up for.
 */
async function readFound(
  db: Database,
  actor: Actor,
  page: OperationPage,
  newest: boolean,
  text: string,
): Promise<Found[]> {
  const rows: Found[] = [];
  let beyond = page.after ?? page.before;
  for (let most = quickSearch; ; most = farSearch) {
    const search = { most, newest, beyond };
    rows.push(...(await db.execute<Found>(pageOf(actor, page, newest, search, null))));
    if (rows.length > page.size) return rows.slice(0, page.size + 1);
    const [piece] = await db.execute<{ keys: number; last: string | null }>(
      sql`select count(*)::int as keys, (array_agg(found.operation_id))[count(*)] as last from ${foundBy(text, page, search)}`,
    );
    if (!piece?.last || piece.keys < most) return rows;
    beyond = piece.last;
  }
}

const hourMs = 3_600_000;
/** Stretches before the cursor that are tried first, in hours. */
const recentHours = [2, 8, 32];

/**
 * Read issuer by issuer, a page costs a page of each of them. The last hours before the cursor often fill it already;
 * where they do not they held few rows and cost little, and a longer stretch is read.
 * @returns a full page and one row more, or nothing
 */
async function readRecent(
  actor: Actor,
  page: OperationPage,
  read: (since: Date) => Promise<Found[]>,
): Promise<Found[]> {
  if (apartFor(actor, page) === null) return [];
  const time = timeOfId(page.after ?? page.before ?? '') ?? Date.now();
  const last = Math.min(time, endOf(page.to).getTime());
  for (const hours of recentHours) {
    const rows = await read(new Date(last - hours * hourMs));
    if (rows.length > page.size) return rows;
  }
  return [];
}

/** A selective filter brings few rows to sort, whoever's they are. */
const apartFor = (actor: Actor, page: OperationPage) =>
  page.issuer === null && page.service === null && !isSelective(page) ? issuersApart(actor) : null;

/** A row as the statement below gives it; instants in milliseconds. */
type Found = {
  id: string;
  received: number;
  finished: number | null;
  status: OperationRow[3];
  error_code: string | null;
  external_ref: string;
  type: OperationRow[6];
  source: OperationRow[7];
  item_count: number;
  failed_count: number;
  bytes: number;
  service_id: string;
  partner_id: string;
  alias: string | null;
  service: string | null;
  issuer: string | null;
  partner: string | null;
};

const columns = sql`id, received_at, finished_at, status, error_code, external_ref, type, source, item_count, failed_count,
  bytes, service_id, issuer_id, partner_id`;

/**
 * The statement of a page, in one piece of text: built from Drizzle's parts it costs Node more than PostgreSQL. One row
 * more than the page holds tells whether there is another page.
 */
function pageOf(actor: Actor, page: OperationPage, descending: boolean, search: Search, since: Date | null): SQL {
  const most = page.size + 1;
  const order = descending ? sql`received_at desc, id desc` : sql`received_at, id`;
  const beyond = beyondCursor(page.after ?? page.before, descending);
  const recent = since === null ? undefined : sql`received_at >= ${instant(since)}`;
  const apart = apartFor(actor, page);
  const scope = apart === null ? inScope(actor, operations) : apart.condition(operations.issuerId);
  const rows = sql`select ${columns} from operations where ${and(whereOf(scope, page, search), beyond, recent)} order by ${order} limit ${most}`;
  const found =
    apart === null
      ? rows
      : sql`select each.* from ${apart.rows} cross join lateral (${rows}) as each order by ${order} limit ${most}`;
  return sql`
    select page.id, (extract(epoch from received_at) * 1000)::float8 as received,
      (extract(epoch from finished_at) * 1000)::float8 as finished, page.status, error_code, external_ref, page.type, source,
      item_count, failed_count, bytes::float8, service_id, page.partner_id, s.alias, s.name as service, i.name as issuer,
      p.name as partner
    from (${found}) as page
    left join client_services s on s.id = page.service_id
    left join issuers i on i.id = page.issuer_id
    left join partners p on p.id = page.partner_id
    order by ${order}`;
}

/** Rows beyond the cursor. The comparison of pairs does not prune partitions, so the plain bound stands beside it. */
function beyondCursor(cursor: string | null, descending: boolean): SQL | undefined {
  const time = cursor === null ? null : timeOfId(cursor);
  if (time === null) return undefined;
  const at = instant(new Date(time));
  return descending
    ? sql`received_at <= ${at} and (received_at, id) < (${at}, ${cursor}::uuid)`
    : sql`received_at >= ${at} and (received_at, id) > (${at}, ${cursor}::uuid)`;
}

function tupleOf(row: Found): OperationRow {
  return [
    row.id,
    row.received,
    row.finished,
    row.status,
    row.error_code,
    row.external_ref,
    row.type,
    row.source,
    row.item_count,
    row.failed_count,
    row.bytes,
    row.service_id,
    row.alias ?? '',
    row.service ?? '',
    row.issuer ?? '',
    row.partner_id === housePartnerId ? null : row.partner,
  ];
}
