import { fail } from '../lib/progress.mjs';
import { run } from '../lib/run.mjs';

// Next writes declarations that the sources need (style sheets, images, routes): absent before the first build, stale
// when pages have come or gone. Not incremental: with a stale state file the compiler passes over what is wrong.
try {
  await run('next', ['typegen'], { env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' } });
  await run('tsc', ['--noEmit', '--incremental', 'false']);
} catch (error) {
  fail(error);
}
