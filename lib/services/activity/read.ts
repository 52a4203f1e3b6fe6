import 'server-only';
import { and, desc, eq, or, type SQL, sql } from 'drizzle-orm';
import { auditLog, operators } from '@/db/schema';
import { inScope } from '@/db/scope';
import type { Database } from '@/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import type { Act, ActivityPage } from './schemas';

const pageSize = 50;

/** A page of the log under `condition`, the latest first, with the names of those whom the reader may know. */
export async function readActs(
  db: Database,
  actor: Actor,
  condition: SQL | undefined,
  before: string | null,
): Promise<ActivityPage> {
  const rows = await db
    .select({
      tenant: auditLog.tenant,
      seq: auditLog.seq,
      at: auditLog.at,
      entry: auditLog.entry,
      name: operators.name,
    })
    .from(auditLog)
    .leftJoin(operators, and(eq(sql`${operators.id}::text`, auditLog.actorId), named(actor)))
    .where(and(condition, beyond(before)))
    .orderBy(desc(auditLog.at), desc(auditLog.seq), desc(auditLog.tenant))
    .limit(pageSize + 1);
  const acts = rows.slice(0, pageSize).map((row) => actOf(row, actor));
  return { acts, older: rows.length > pageSize ? (acts.at(-1)?.id ?? null) : null };
}

/** Operators in the reader's scope, and the reader. */
function named(actor: Actor): SQL | undefined {
  const scope = inScope(actor, operators);
  return scope && or(scope, eq(operators.id, actor.operatorId));
}

function beyond(before: string | null): SQL | undefined {
  if (before === null) return undefined;
  const [at, seq, tenant] = before.split('.');
  return sql`(${auditLog.at}, ${auditLog.seq}, ${auditLog.tenant}) < (to_timestamp(${at}::numeric / 1000), ${seq}::bigint, ${tenant}::uuid)`;
}

type Row = { tenant: string; seq: number; at: Date; entry: string; name: string | null };
type Fields = Readonly<Record<string, unknown>> | null;
/** The canonical text of db/audit.ts. */
type Entry = {
  action: string;
  actor: { kind: 'operator' | 'machine'; id: string; role: string };
  target: { type: string; id: string };
  before: Fields;
  after: Fields;
};

function actOf(row: Row, reader: Actor): Act {
  const { action, actor, target, before, after }: Entry = JSON.parse(row.entry);
  return {
    id: `${row.at.getTime()}.${row.seq}.${row.tenant}`,
    at: row.at.getTime(),
    action,
    actor: { kind: actor.kind, role: actor.role, name: row.name, oneself: actor.id === reader.operatorId },
    target: { ...target, name: nameIn(after) ?? nameIn(before) },
    fields: changesOf(before, after),
  };
}

/** How a thing calls itself in the fields that were noted of it. */
function nameIn(fields: Fields): string | null {
  const named = fields?.name ?? fields?.email ?? fields?.alias ?? fields?.code;
  return typeof named === 'string' ? named : null;
}

/** Fields that are not the same before and after; the version says nothing to a reader. */
function changesOf(before: Fields, after: Fields): Act['fields'] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return names
    .map((field) => ({ field, before: plain(before?.[field]), after: plain(after?.[field]) }))
    .filter((each) => each.field !== 'version' && each.before !== each.after);
}

/** What is no single value is shown as it is written. */
function plain(value: unknown): string | number | boolean | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return JSON.stringify(value);
}
