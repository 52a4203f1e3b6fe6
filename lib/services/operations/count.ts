import 'server-only';
import { and, between, count, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { clientServices, operations, usageDay, usageDayByStatus, usageDelta, usagePartnerDay } from '@/db/schema';
import { inPartnerScope, inScope } from '@/db/scope';
import { type Database, planAnew } from '@/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import { countedTypes, type OperationFilter, operationFilterSchema } from '@/lib/domain/operation-filter';
import { query } from '../define';
import { foundBy, isSelective, whereOf } from './internal';
import type { OperationTotal } from './schemas';

const mostCounted = 10_000;
/** Each match of a search inside names is looked up on its own, which is ten times as dear. */
const mostFound = 1_000;

/**
 * How many operations a filter lets through: exactly, from the roll-up and what is not folded into it yet, where the
 * filter asks nothing that the roll-up does not know; else counted row by row, up to 10,000.
 */
export const countOperations = query({
  name: 'operations.count',
  permission: 'operations.view',
  input: operationFilterSchema,
  run: ({ db, actor, input }): Promise<OperationTotal> =>
    knownToRollUp(input) ? exactTotal(db, actor, input) : boundedTotal(db, actor, input),
});

/** The roll-up holds whole local days by owner and status, without TEST; it tells apart neither errors nor documents' names. */
function knownToRollUp(filter: OperationFilter): boolean {
  const counted =
    filter.types.length === countedTypes.length && countedTypes.every((type) => filter.types.includes(type));
  const { sources, error, reference, document } = filter;
  return counted && sources.length === 0 && error === null && reference === null && document === null;
}

async function boundedTotal(db: Database, actor: Actor, filter: OperationFilter): Promise<OperationTotal> {
  const most = filter.document === null ? mostCounted : mostFound;
  const search = { most: most + 1, newest: true, beyond: null };
  const some = db
    .select({ one: sql`1`.as('one') })
    .from(operations)
    .where(whereOf(inScope(actor, operations), filter, search))
    .limit(most + 1)
    .as('some');
  if (isSelective(filter)) await planAnew(db);
  const [[passed], [found]] = await Promise.all([
    db.select({ operations: count() }).from(some),
    // What a search left unseen may hold more, even where other filters let few of what it found pass.
    filter.document === null ? [] : db.select({ keys: count() }).from(foundBy(filter.document, filter, search)),
  ]);
  const operationsPassed = passed?.operations ?? 0;
  const beyond = operationsPassed > most || (found?.keys ?? 0) > most;
  return { kind: beyond ? 'atLeast' : 'exact', operations: Math.min(operationsPassed, most), signedItems: null };
}

type Sums = { operations: number; signed: number };

async function exactTotal(db: Database, actor: Actor, filter: OperationFilter): Promise<OperationTotal> {
  const wide = filter.service === null && filter.issuer === null && ['administrator', 'partner'].includes(actor.role);
  const rolled = wide ? partnerDays(actor, filter) : serviceDays(actor, filter);
  const found = await db.execute<Sums>(sql`${rolled} union all ${deltas(actor, filter)}`);
  const total = (read: (sum: Sums) => number) => found.reduce((all, sum) => all + read(sum), 0);
  return {
    kind: 'exact',
    operations: total((sum) => sum.operations),
    // By service and day the roll-up holds items of all statuses together.
    signedItems: filter.statuses.length === 0 || wide ? total((sum) => sum.signed) : null,
  };
}

const sums = sql`coalesce(sum(operations), 0)::bigint::float8 as operations,
  coalesce(sum(signed_documents + signed_hashes), 0)::bigint::float8 as signed`;

/** Whole partners: few rows a day, whatever their issuers number. */
function partnerDays(actor: Actor, filter: OperationFilter): SQL {
  const u = usagePartnerDay;
  const where = and(
    inPartnerScope(actor, u.partnerId),
    filter.partner === null ? undefined : eq(u.partnerId, filter.partner),
    between(u.day, filter.from, filter.to),
    filter.statuses.length === 0 ? undefined : inArray(u.status, filter.statuses),
  );
  return sql`select ${sums} from usage_partner_day where ${where}`;
}

function serviceDays(actor: Actor, filter: OperationFilter): SQL {
  const u = usageDay;
  const statuses = filter.statuses.length === 0 ? Object.keys(usageDayByStatus) : filter.statuses;
  const columns = Object.entries(usageDayByStatus).flatMap(([status, column]) =>
    statuses.includes(status) ? [column] : [],
  );
  const where = and(
    inScope(actor, u),
    filter.partner === null ? undefined : eq(u.partnerId, filter.partner),
    filter.issuer === null ? undefined : eq(u.issuerId, filter.issuer),
    filter.service === null ? undefined : eq(u.serviceId, filter.service),
    ownersOf(filter.service),
    between(u.day, filter.from, filter.to),
  );
  return sql`select coalesce(sum(${sql.join(columns, sql` + `)}), 0)::bigint::float8 as operations,
    coalesce(sum(signed_documents + signed_hashes), 0)::bigint::float8 as signed from usage_day where ${where}`;
}

/** Behind a service alone there is no index: its owners, which the roll-up's key begins with, are looked up. */
function ownersOf(service: string | null): SQL | undefined {
  if (service === null) return undefined;
  return sql`(${usageDay.partnerId}, ${usageDay.issuerId}) in (select ${clientServices.partnerId}, ${clientServices.issuerId} from ${clientServices} where ${clientServices.id} = ${service})`;
}

function deltas(actor: Actor, filter: OperationFilter): SQL {
  const u = usageDelta;
  const where = and(
    inScope(actor, u),
    filter.partner === null ? undefined : eq(u.partnerId, filter.partner),
    filter.issuer === null ? undefined : eq(u.issuerId, filter.issuer),
    filter.service === null ? undefined : eq(u.serviceId, filter.service),
    between(u.day, filter.from, filter.to),
    filter.statuses.length === 0 ? undefined : inArray(u.status, filter.statuses),
  );
  return sql`select ${sums} from usage_delta where ${where}`;
}
