import { sql } from 'drizzle-orm';
import { ChainCheck, type ChainHead, type ChainRow, type Finding } from './audit-chain';
import type { Database } from './transaction';

type Verified = { findings: Finding[]; chains: number; entries: number; heads: ChainHead[] };

const rowsAtOnce = 5_000;

/**
 * Walks every chain of the audit log in one snapshot, as `system`, and measures it by its head and by heads exported
 * earlier. Hashes are computed here and not in the database: whoever can change rows can change functions.
 */
export async function verifyAudit(db: Database, exported: readonly ChainHead[] = []): Promise<Verified> {
  const heads = await readHeads(db);
  const known = byTenant(heads);
  const earlier = byTenant(exported);
  const findings: Finding[] = [];
  const seen = new Set<string>();
  let entries = 0;
  let check: { tenant: string; chain: ChainCheck } | undefined;
  const close = (): void => {
    if (check) findings.push(...check.chain.end(known.get(check.tenant)));
  };
  for await (const row of rows(db)) {
    if (check?.tenant !== row.tenant) {
      close();
      check = { tenant: row.tenant, chain: new ChainCheck(row.tenant, earlier.get(row.tenant)) };
      seen.add(row.tenant);
    }
    check.chain.feed(row);
    entries++;
  }
  close();
  for (const tenant of new Set([...known.keys(), ...earlier.keys()])) {
    if (seen.has(tenant)) continue;
    seen.add(tenant);
    findings.push(...new ChainCheck(tenant, earlier.get(tenant)).end(known.get(tenant)));
  }
  return { findings, chains: seen.size, entries, heads };
}

const byTenant = (heads: readonly ChainHead[]) => new Map(heads.map((head) => [head.tenant, head]));

async function readHeads(db: Database): Promise<ChainHead[]> {
  return [
    ...(await db.execute<ChainHead>(
      sql`select tenant, seq::float8 as seq, encode(hash, 'hex') as hash from audit_head order by tenant`,
    )),
  ];
}

async function* rows(db: Database): AsyncGenerator<ChainRow> {
  let after = sql`true`;
  for (;;) {
    const page = await db.execute<ChainRow>(sql`
      select tenant, l.seq::float8 as seq, partner_id as "partnerId", issuer_id as "issuerId", entry, encode(hash, 'hex') as hash,
        to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
      from audit_log l where ${after} order by tenant, l.seq limit ${rowsAtOnce}`);
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < rowsAtOnce) return;
    after = sql`(tenant, l.seq) > (${last.tenant}::uuid, ${last.seq}::bigint)`;
  }
}
