import { closeDatabase } from '@/db/client';
import { openContext } from './context';
import { pages } from './pages';
import { queries } from './queries';
import { print, type Result } from './table';

/** `npm run bench [names]`: pages, queries; ingest has commands of its own (bench/ingest*.ts). */
const benches = { queries, pages };

const context = await openContext(process.env);
const wanted = process.argv.slice(2);
const results: Result[] = [];
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const found = await bench(context);
  print(found);
  results.push(...found);
}
const missed = results.filter(({ holds }) => !holds).length;
console.log(`bench: ${results.length} ratios, ${missed} missed`);
await context.sql.end();
await closeDatabase();
