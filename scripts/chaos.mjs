import './lib/require-node.mjs';
import { commandOptions } from './lib/arguments.mjs';
import { fail } from './lib/progress.mjs';
import { runAttached } from './lib/run.mjs';

// kill -9 of PostgreSQL, of single backends and of the application, under ingest and browsing: `npm run chaos`.
// `--rounds N` of each kind (5), `--only cluster|backends|sessions|application`. `--only mail`: of worker and mail server
// amid 500 mails.
const { rounds = '5', only = '' } = commandOptions({ rounds: { type: 'string' }, only: { type: 'string' } });
try {
  const program = only === 'mail' ? ['bench/chaos/mail.ts'] : ['bench/chaos/run.ts', rounds, only];
  process.exitCode = await runAttached('tsx', ['--conditions=react-server', ...program]);
} catch (error) {
  fail(error);
}
