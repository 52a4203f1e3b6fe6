import './lib/require-node.mjs';
import { build } from './lib/build.mjs';
import { fail } from './lib/progress.mjs';

build((line) => console.log(line)).catch((error) => {
  // The lines have been shown already.
  fail(new Error(error instanceof Error ? error.message : String(error)));
});
