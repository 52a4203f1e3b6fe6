import { existsSync } from 'node:fs';
import { fail } from '../lib/progress.mjs';
import { inRoot } from '../lib/root.mjs';
import { run } from '../lib/run.mjs';

// Next writes declarations that the sources need (style sheets, images, routes); before the first build they are absent.
// Not incremental: with a stale state file the compiler reports nothing although something is wrong.
try {
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' };
  if (!existsSync(inRoot('next-env.d.ts'))) await run('next', ['typegen'], { env });
  await run('tsc', ['--noEmit', '--incremental', 'false']);
} catch (error) {
  fail(error);
}
