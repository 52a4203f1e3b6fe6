import './lib/require-node.mjs';
import { readFileSync, writeFileSync } from 'node:fs';
import { completeLock } from './lib/lock-completion.mjs';
import { inRoot } from './lib/root.mjs';

// Makes package-lock.json usable by `npm ci` everywhere; run it after each `npm install`. `--check` only looks.
const path = inRoot('package-lock.json');
const before = readFileSync(path, 'utf8');
const { lock, added } = completeLock(JSON.parse(before));
const after = `${JSON.stringify(lock, null, 2)}\n`;
if (before === after) {
  console.log('package-lock.json is complete.');
} else if (process.argv.includes('--check')) {
  console.error(`package-lock.json lacks ${added.join(', ') || 'its order'}: run \`node scripts/complete-lock.mjs\`.`);
  process.exitCode = 1;
} else {
  writeFileSync(path, after);
  console.log(`package-lock.json: added ${added.length} optional packages of other platforms.`);
}
