import './lib/require-node.mjs';
import { spawnSync } from 'node:child_process';
import { judgeTree, ruleNames } from './imports/judge.mjs';
import { fixtureComplaints } from './imports/proof.mjs';
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
  const patterns = ['*.ts', '*.tsx', '*.mts', '*.mjs'];
  const git = spawnSync('git', ['ls-files', '-z', '--', ...patterns], { cwd: root, encoding: 'utf8' });
  if (git.status !== 0) {
    console.log('No git here: the number of modules cannot be compared.');
    return [];
  }
  const read = new Set(modules);
  return git.stdout
    .split('\0')
    .filter((path) => path !== '' && !path.startsWith('scripts/fixtures/') && !/\.d\.m?ts$/.test(path))
    .filter((path) => !read.has(path))
    .map((path) => `${path} was not read`);
}
