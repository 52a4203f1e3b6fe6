import './lib/require-node.mjs';
import { existsSync } from 'node:fs';
import { judgeTree, ruleNames } from './imports/judge.mjs';
import { fixtureComplaints } from './imports/proof.mjs';
import { gitFiles } from './lib/git.mjs';
import { inRoot, root } from './lib/root.mjs';

// Who may import what, and what only one place may do. The check proves that it bites before it says that all is well.
const { modules, violations } = judgeTree(root);
const complaints = [
  ...violations.map(({ rule, path, line, text }) => `${path}:${line} ${text} (${rule})`),
  ...fixtureComplaints(inRoot('scripts/fixtures/violations')),
  ...unreadSources(),
];
for (const complaint of complaints) console.error(complaint);
console.log(`${modules.length} modules read, ${ruleNames.length} rules, ${complaints.length} complaints`);
if (complaints.length > 0) process.exitCode = 1;

/** Sources that git knows and the check has not read. */
function unreadSources() {
  const files = gitFiles('--', '*.ts', '*.tsx', '*.mts', '*.mjs');
  if (!files) {
    console.log('No git here: the number of modules cannot be compared.');
    return [];
  }
  const read = new Set(modules);
  return files
    .filter((path) => !path.startsWith('scripts/fixtures/') && !/\.d\.m?ts$/.test(path))
    .filter((path) => !read.has(path) && existsSync(inRoot(path)))
    .map((path) => `${path} was not read`);
}
