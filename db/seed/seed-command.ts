import { parseArgs } from 'node:util';
import postgres from 'postgres';
import { ownerUrl } from '@/lib/database-urls';
import { env } from '@/lib/env';
import { inBulk } from './bulk';
import { seedDemo } from './seed';

const { values } = parseArgs({ options: { operations: { type: 'string', default: '200000' } } });
const operations = Number(values.operations);
const halfAnHour = 30 * 60_000;

if (env().SIGNSTASH_DEMO !== 'on') {
  refuse('The demonstration is seeded only where SIGNSTASH_DEMO=on: its accounts have a published password.');
} else if (!Number.isSafeInteger(operations) || operations < 1) {
  refuse(`--operations takes a whole number from 1; ${values.operations} is none.`);
} else {
  await seed();
}

function refuse(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}

async function seed(): Promise<void> {
  const started = Date.now();
  const report = (line: string): void => console.log(`${((Date.now() - started) / 1000).toFixed(1)} s  ${line}`);
  const bulk = { ownerUrl: ownerUrl(), rolePrefix: env().DATABASE_ROLE_PREFIX, timeoutMs: halfAnHour };
  const totals = await inBulk(bulk, (db, loader) => seedDemo(db, { operations, now: new Date(), report, loader }));
  if (!totals) return console.log('The demonstration is already there.');
  report('committed');
  await settle();
  report(`done: ${JSON.stringify(totals)}`);
}

/** Visibility and statistics for the planner, at once rather than when autovacuum comes round. Only the owner may. */
async function settle(): Promise<void> {
  const sql = postgres(ownerUrl(), { max: 2, onnotice: () => {} });
  try {
    await Promise.all([
      sql.unsafe('vacuum documents'),
      sql.unsafe('vacuum operations').then(() => sql.unsafe('vacuum (analyze) operation_keys')),
    ]);
    await sql.unsafe('vacuum (analyze) usage_day, usage_partner_day, issuers, client_services');
  } finally {
    await sql.end({ timeout: 5 });
  }
}
