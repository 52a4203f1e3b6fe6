import './lib/require-node.mjs';
import { commandOptions } from './lib/arguments.mjs';
import { fail } from './lib/progress.mjs';
import { runAttached } from './lib/run.mjs';

// kill -9 of PostgreSQL, of single backends and of the application, under ingest and browsing: `npm run chaos`.
// `--rounds N` of each kind (5), `--only cluster|backends|sessions|application`.
const { rounds = '5', only = '' } = commandOptions({ rounds: { type: 'string' }, only: { type: 'string' } });
try {
  process.exitCode = await runAttached('tsx', ['--conditions=react-server', 'bench/chaos/run.ts', rounds, only]);
} catch (error) {
  fail(error);
}
