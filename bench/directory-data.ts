import type postgres from 'postgres';
import { newId } from '@/lib/domain/ids';

/** What the directories are measured at. */
const sizes = { issuers: 2_000, operators: 10_000 };
/** Rows in one statement: a parameter each column, and PostgreSQL takes 65,535. */
const atOnce = 1_000;

type Place = { partner_id: string; issuer_id: string | null };

/** Adds issuers and operators beside the demonstration's until there are enough; a second time it adds none. */
export async function ensureDirectories(sql: postgres.Sql): Promise<void> {
  const partners = await sql<Place[]>`select id as partner_id, null as issuer_id from partners order by id`;
  const knownIssuers = await countOf(sql, 'issuers');
  await insertAll(sql, 'issuers', Math.max(0, sizes.issuers - knownIssuers), (n) =>
    issuer(knownIssuers + n, at(partners, n)),
  );
  const issuers = await sql<Place[]>`select partner_id, id as issuer_id from issuers order by id`;
  const own = partners.filter(({ partner_id }) => issuers.some((each) => each.partner_id === partner_id));
  const known = await countOf(sql, 'operators');
  await insertAll(sql, 'operators', Math.max(0, sizes.operators - known), (n) =>
    // Every fiftieth belongs to a partner; the house partner has none of its own, but the bench does not mind.
    operator(known + n, n % 50 === 0 ? at(own, n / 50) : at(issuers, n)),
  );
  await sql`analyze issuers, operators`;
}

const issuer = (n: number, { partner_id }: Place) => ({
  id: newId(),
  partner_id,
  code: `PRT.${900_000_000 + n}`,
  name: `Comércio ${letters(n)} ${n}, Lda`,
  email: `geral@issuer${n}.example`,
  invoice_address: `Rua da Feira ${n}, 4000-001 Porto`,
  contact: 'Inês Gonçalves',
  language: 'pt',
  bundle: 'STANDARD',
  status: n % 40 === 0 ? 'suspended' : 'active',
  registered_at: new Date(),
});

const operator = (n: number, place: Place) => ({
  id: newId(),
  ...place,
  role: place.issuer_id === null ? 'partner' : 'issuer',
  email: `operator${n}@bench.example`,
  name: `${letters(n)} Operator ${n}`,
  status: n % 40 === 0 ? 'registered' : 'active',
  language: 'pt',
});

/** Scatters names over the alphabet. */
const letters = (n: number): string =>
  String.fromCharCode(65 + ((n * 7) % 26), 97 + ((n * 11) % 26), 97 + ((n * 17) % 26));

function at<T>(all: readonly T[], n: number): T {
  const found = all[n % all.length];
  if (found === undefined) throw new Error('the bench has no companies');
  return found;
}

async function countOf(sql: postgres.Sql, table: string): Promise<number> {
  const [row] = await sql<{ rows: number }[]>`select count(*)::int as rows from ${sql(table)}`;
  return row?.rows ?? 0;
}

async function insertAll(
  sql: postgres.Sql,
  table: string,
  count: number,
  row: (n: number) => Record<string, string | Date | null>,
): Promise<void> {
  for (let from = 0; from < count; from += atOnce) {
    const rows = Array.from({ length: Math.min(atOnce, count - from) }, (_, index) => row(from + index));
    await sql`insert into ${sql(table)} ${sql(rows)}`;
  }
}
