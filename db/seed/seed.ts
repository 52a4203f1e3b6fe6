import { sql } from 'drizzle-orm';
import { auditAccesses, clientServices, issuers, operators, partners, wallets } from '@/db/schema';
import type { Database } from '@/db/transaction';
import { principalWallet } from '@/lib/domain/certificate';
import { firstAccount, makeAccounts } from './accounts';
import type { Loader } from './bulk';
import { monthStart } from './calendar';
import { type Companies, makeCompanies } from './companies';
import { inUse, makeCustomers } from './customers';
import { insertOperations } from './operations';
import { batches, partitionDays, planDays } from './plan';
import { type Random, repeatable } from './random';
import { checkedTotals, rollUp, type Totals } from './roll-up';
import { seedServiceSecrets } from './service-secrets';

type SeedOptions = {
  /** How many operations, over 24 months and the running one. */
  operations: number;
  now: Date;
  /** Told a line at each step. */
  report: (line: string) => void;
  /** How the rows get in (bulk.ts); as they are when absent. */
  loader?: Loader;
};

/** Operations in one statement: enough to be fast, few enough for its memory. */
const mostInBatch = 100_000;
/** Any number will do, as long as every seed takes the same one. */
const seedLock = 7_211_029;

/**
 * Fills an empty database with the demonstration, inside the transaction of `db` (role `system`): all of it or nothing.
 * The same `now` and number give the same data.
 * @returns totals, or null when the demonstration is already there
 */
export async function seedDemo(db: Database, options: SeedOptions): Promise<Totals | null> {
  const { now, report, loader = (load) => load() } = options;
  await db.execute(sql`select pg_advisory_xact_lock(${seedLock}::bigint)`);
  if ((await db.execute(sql`select 1 from operators where lower(email) = ${firstAccount}`)).length > 0) return null;
  const clock = await localClock(db, now);
  const random = repeatable(20_190_215);
  const companies = await seedCompanies(db, random, now, clock.today);
  report(
    `${companies.partners.length} partners, ${companies.issuers.length} issuers, ${companies.services.length} services`,
  );
  const { first, last } = partitionDays(clock.today);
  await db.execute(sql`select ensure_partitions(${first}::date, ${last}::date)`);
  await loader(async () => {
    await seedServiceSecrets(db, repeatable(20_270_102), companies, now);
    await seedOperations(db, random, companies, { ...options, ...clock });
  });
  await rollUp(db, monthStart(clock.today, -24), clock.today);
  report('usage by day and by partner');
  const totals = await checkedTotals(db);
  report('roll-up and raw rows agree');
  return totals;
}

type Clock = { today: string; second: number; zone: string };

/** Local day and second of it, in the installation's zone. */
async function localClock(db: Database, now: Date): Promise<Clock> {
  const [row] = await db.execute<Clock>(sql`
    select to_char(l, 'YYYY-MM-DD') as today, extract(epoch from l - date_trunc('day', l))::float8 as second, time_zone as zone
    from installation cross join lateral (select ${now.toISOString()}::timestamptz at time zone time_zone as l) local`);
  if (!row) throw new Error('the installation has no row; migrate first');
  return row;
}

async function seedCompanies(db: Database, random: Random, now: Date, today: string): Promise<Companies> {
  const partnerOperatorId = random.id(now);
  const companies = makeCompanies(random, new Date(`${monthStart(today, -24)}T00:00:00Z`), partnerOperatorId);
  const accounts = await makeAccounts(random, companies, { now, today, partnerOperatorId });
  await db.insert(partners).values(companies.partners);
  await db.insert(issuers).values(companies.issuers);
  const held = walletsOf(companies);
  await db.insert(wallets).values(held);
  const walletOf = new Map(held.map(({ issuerId, id }) => [issuerId, id]));
  await db
    .insert(clientServices)
    .values(companies.services.map((each) => ({ ...each, walletId: walletOf.get(each.issuerId) ?? null })));
  await db.insert(operators).values(accounts.operators);
  await db.insert(auditAccesses).values(accounts.grants);
  return companies;
}

/** Every issuer has a wallet; from a source of its own, so that nothing else of the demonstration moves. */
function walletsOf({ issuers: owners }: Companies) {
  const random = repeatable(20_270_201);
  return owners.map(({ id: issuerId, partnerId, registeredAt }) => ({
    id: random.id(registeredAt),
    partnerId,
    issuerId,
    name: principalWallet,
    principal: true,
    createdAt: registeredAt,
    updatedAt: registeredAt,
  }));
}

async function seedOperations(
  db: Database,
  random: Random,
  companies: Companies,
  given: SeedOptions & Clock,
): Promise<void> {
  const { operations, now, report, today, second, zone } = given;
  const customers = makeCustomers(random, companies, today);
  const plan = planDays(operations, today, second, random);
  await db.execute(sql`create function pg_temp.draw(number bigint, salt int) returns float8 language sql immutable as
    'select (hashint8extended(number, salt) & 2147483647) / 2147483648.0::float8'`);
  let done = 0;
  for (const stretches of batches(plan, mostInBatch)) {
    const day = stretches[0]?.day ?? today;
    const batch = await insertOperations(db, { stretches, now, zone, ...inUse(customers, day) });
    done += batch.operations;
    report(`${day.slice(0, 7)}: ${done} of ${operations} operations`);
  }
  await db.execute(sql`drop function pg_temp.draw(bigint, int)`);
}
