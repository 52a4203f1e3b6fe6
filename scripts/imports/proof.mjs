import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judgeTree, ruleNames } from './judge.mjs';

/** Judges a tree whose files name in their first lines the rules they break (`// planted: <rule>`), and compares: each
 * must be reported exactly so, and every rule must be planted somewhere.
 * @param {string} fixture
 * @returns {string[]} */
export function fixtureComplaints(fixture) {
  const { modules, violations } = judgeTree(fixture);
  const planted = modules.flatMap((path) => {
    const text = readFileSync(join(fixture, path), 'utf8');
    return [...text.matchAll(/^\/\/ planted: (\S+)$/gm)].map(([, rule]) => `${path} (${rule})`);
  });
  const reported = violations.map(({ path, rule }) => `${path} (${rule})`);
  return [
    ...planted.filter((each) => !reported.includes(each)).map((each) => `planted, not reported: ${each}`),
    ...reported.filter((each) => !planted.includes(each)).map((each) => `reported, not planted: ${each}`),
    ...ruleNames
      .filter((rule) => !planted.some((each) => each.endsWith(`(${rule})`)))
      .map((rule) => `no violation is planted for the rule ${rule}`),
  ];
}
