import { sql } from 'drizzle-orm';
import type { Database } from './transaction';

/** Chain of system rows: entries that belong to no company. */
export const systemChain = '00000000-0000-0000-0000-000000000000';

export type AuditEntry = {
  at: Date;
  actor: { kind: 'operator' | 'machine'; id: string; role: string };
  /** Verb name, e.g. `profile.update`; refusals are `refused:<verb>`. */
  action: string;
  target: { type: string; id: string };
  partnerId: string | null;
  issuerId: string | null;
  before: Readonly<Record<string, unknown>> | null;
  after: Readonly<Record<string, unknown>> | null;
  address: string;
  requestId: string;
};

/**
 * The text that is stored and hashed: JSON with sorted keys and no white space, its format named by `v`. Older formats
 * stay readable, since the text itself is kept.
 */
function canonical(entry: AuditEntry): string {
  return JSON.stringify(sorted({ v: 1, ...entry, at: entry.at.toISOString() }));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, each]) => [key, sorted(each)]));
}

/** Appends to the chain of the entry's company, in the caller's transaction: together with the change or not at all. */
export async function appendAudit(db: Database, entry: AuditEntry): Promise<void> {
  const chain = entry.issuerId ?? entry.partnerId ?? systemChain;
  await db.execute(
    sql`select audit_append(${chain}::uuid, ${entry.partnerId}::uuid, ${entry.issuerId}::uuid, ${entry.at.toISOString()}::timestamptz, ${canonical(entry)})`,
  );
}
