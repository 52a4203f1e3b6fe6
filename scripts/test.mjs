import './lib/require-node.mjs';
import { runAttached } from './lib/run.mjs';

// Unit and integration tests; arguments go to vitest: `npm test -- --project unit lib/domain`.
process.exitCode = await runAttached('vitest', ['run', ...process.argv.slice(2)]);
