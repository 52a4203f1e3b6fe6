import './lib/require-node.mjs';
import { mkdirSync } from 'node:fs';
import { dataFolder } from './lib/database-environment.mjs';
import { fail } from './lib/progress.mjs';
import { runAttached } from './lib/run.mjs';
import { sandboxCommand } from './lib/sandbox.mjs';

// The sandbox authority alone, in this terminal.
try {
  mkdirSync(dataFolder(), { recursive: true });
  process.exitCode = await runAttached(...sandboxCommand(dataFolder()), { ...process.env, SIGNSTASH_DEMO: 'on' });
} catch (error) {
  fail(error);
}
