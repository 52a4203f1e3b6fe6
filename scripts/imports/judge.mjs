import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { findCycles, pathBetween } from './cycles.mjs';
import { fileRuleNames, judgeFile } from './file-rules.mjs';
import { importRuleNames, isInternal, judgeImports, ringOf } from './import-rules.mjs';
import { judgeProgram, programRuleNames } from './program-rules.mjs';
import { readSource } from './source-file.mjs';

export const ruleNames = [...importRuleNames, ...programRuleNames, ...fileRuleNames, 'middleware-reach'];

const sourceName = /\.(ts|tsx|mts|mjs)$/;
const skipped = /^(node_modules|\..*|test-results|playwright-report|coverage)$/;

/** Every source below a folder; type declarations say nothing and are left out.
 * @param {string} root
 * @returns {string[]} */
function sourcesBelow(root, prefix = '') {
  return readdirSync(join(root, prefix)).flatMap((name) => {
    const path = posix.join(prefix, name);
    if (skipped.test(name) || path === 'scripts/fixtures') return [];
    if (statSync(join(root, path)).isDirectory()) return sourcesBelow(root, path);
    return sourceName.test(name) && !/\.d\.m?ts$/.test(name) ? [path] : [];
  });
}

/** Reads a tree and judges it by all rules.
 * @param {string} root
 * @returns {{ modules: string[], violations: import('./import-rules.mjs').Violation[] }} */
export function judgeTree(root) {
  const modules = sourcesBelow(root);
  const sources = modules.map((path) => readSource(root, path));
  const resolve = resolver(root, new Set(modules));
  const routes = routeSegments(modules);
  const violations = sources.flatMap((source) => [
    ...judgeImports(source, resolve),
    ...judgeProgram(source, routes, ringOf(source.path)?.name === 'tests'),
    ...judgeFile(source),
  ]);
  return { modules, violations: [...violations, ...graphViolations(sources, resolve)] };
}

function graphViolations(sources, resolve) {
  const graphOf = (wanted) =>
    new Map(sources.map(({ path, imports }) => [path, targets(path, imports.filter(wanted), resolve)]));
  const circles = findCycles(graphOf(() => true)).map((members) => ({
    rule: 'cycle',
    path: members[0],
    line: 1,
    text: `import each other: ${members.join(', ')}`,
  }));
  // The first fence decides from the token alone, and its bundle must not bring a second pool along.
  const reach = pathBetween(
    graphOf((each) => !each.typeOnly),
    'middleware.ts',
    (to) => /^(db|lib\/services)\//.test(to),
  );
  const text = `reaches the database: ${reach?.join(' → ')}`;
  return reach ? [...circles, { rule: 'middleware-reach', path: 'middleware.ts', line: 1, text }] : circles;
}

function targets(from, imports, resolve) {
  const internal = imports.filter(({ specifier }) => isInternal(specifier));
  return internal.map(({ specifier }) => resolve(from, specifier)).filter((to) => to !== undefined);
}

/** Finds the file that an internal import names, by the extensions and index files that the bundler tries. */
function resolver(root, known) {
  const tries = ['', '.ts', '.tsx', '.mjs', '/index.ts', '/index.tsx'];
  return (from, specifier) => {
    const base = specifier.startsWith('@/') ? specifier.slice(2) : posix.join(posix.dirname(from), specifier);
    const hit = tries.map((end) => base + end).find((path) => known.has(path));
    // Style sheets and data are no modules of the table, but what is named must exist.
    return hit ?? (sourceName.test(base) && existsSync(join(root, base)) ? base : undefined);
  };
}

/** First segments of the addresses under app/, route groups left out. */
function routeSegments(modules) {
  const pages = modules.filter((path) => /^app\/(.*\/)?(page|route)\.tsx?$/.test(path));
  return new Set(
    pages.map(
      (path) =>
        path
          .split('/')
          .slice(1)
          .find((part) => !/^\(.*\)$/.test(part)) ?? '',
    ),
  );
}
