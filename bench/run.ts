import { closeDatabase } from '@/db/client';
import { browser } from './browser';
import { openContext } from './context';
import { directories } from './directories';
import { exports } from './export';
import { run as ingest } from './ingest';
import { run as ingestOverHttp } from './ingest-http';
import { pages } from './pages';
import { queries } from './queries';
import type { Measured } from './report';
import { search } from './search';
import { server } from './server';
import { signing } from './signing';
import { atLeast, print, type Result } from './table';

const asResult = ({ bar, what, got, least, unit, sides }: Measured): Result =>
  atLeast(bar, what, got, least, unit === '' ? '' : ` ${unit}`, sides);

const context = await openContext(process.env);
const benches: Record<string, () => Promise<Result[]>> = {
  queries: () => queries(context),
  pages: () => pages(context),
  search: () => search(context),
  browser: () => browser(context),
  server: () => server(context),
  export: () => exports(context),
  directories: () => directories(context),
  ingest: async () => (await ingest()).map(asResult),
  signing: () => signing(),
  'ingest-http': async () => (await ingestOverHttp(context)).map(asResult),
};

// `npm run bench -- --only queries,pages`: all of them without.
const wanted = process.argv.slice(2);
const results: Result[] = [];
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const found = await bench();
  print(found);
  results.push(...found);
}
const missed = results.filter(({ holds }) => !holds).length;
console.log(`bench: ${results.length} figures, ${missed} missed`);
await context.sql.end();
await closeDatabase();
