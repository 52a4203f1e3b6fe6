import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What the build offers to the outside: read from its own manifests, never listed by hand. */
export type Entries = {
  /** Addresses with `[param]`. */
  pages: string[];
  routes: string[];
  /** By `<file below app>#<exported name>`, groups left out: the ids by which it is posted. */
  actions: Map<string, string[]>;
};

const tree = process.cwd();
const readJson = (file: string): Record<string, unknown> =>
  JSON.parse(readFileSync(path.join(tree, '.next', file), 'utf8'));

export const buildId = (): string => readFileSync(path.join(tree, '.next/BUILD_ID'), 'utf8').trim();

/** Whether the build has a middleware. */
export function hasMiddleware(): boolean {
  const edge = readJson('server/middleware-manifest.json').middleware;
  const node = readJson('server/functions-config-manifest.json').functions;
  return [edge, node].some(
    (each) => typeof each === 'object' && each !== null && JSON.stringify(each).includes('matchers'),
  );
}

/** Pages that Next's old router brings along; any other would be an entry that nobody expects. */
const builtIn = ['/_app', '/_document', '/_error', '/404', '/500'];

export function entriesOfBuild(): Entries {
  const addresses = readJson('app-path-routes-manifest.json') as Record<string, string>;
  const served = Object.keys(readJson('server/app-paths-manifest.json'));
  const ending = (end: string) =>
    served
      .filter((each) => each.endsWith(end))
      .map((each) => addresses[each] ?? each)
      .sort();
  const old = Object.keys(readJson('server/pages-manifest.json')).filter((each) => !builtIn.includes(each));
  return { pages: [...ending('/page'), ...old], routes: ending('/route'), actions: actionsOfBuild() };
}

type ActionEntry = { exportedName?: string; filename?: string };

function actionsOfBuild(): Map<string, string[]> {
  const manifest = readJson('server/server-reference-manifest.json');
  const found = new Map<string, string[]>();
  for (const runtime of ['node', 'edge']) {
    for (const [id, entry] of Object.entries((manifest[runtime] ?? {}) as Record<string, ActionEntry>)) {
      const name = `${withoutGroups(entry.filename ?? '')}#${entry.exportedName ?? id}`;
      found.set(name, [...(found.get(name) ?? []), id]);
    }
  }
  return found;
}

const withoutGroups = (file: string): string => file.replace(/^.*?app\//, '').replaceAll(/\([^)]*\)\//g, '');

/** Loads every module of lib/services, so that all verbs are declared. */
export async function loadVerbs(): Promise<void> {
  const folder = path.join(tree, 'lib/services');
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const loads = file.endsWith('.ts') && !file.endsWith('.test.ts') && existsSync(path.join(folder, file));
    if (loads) await import(path.join(folder, file));
  }
}

/** Lines of the policy without an entry, and entries without a line. */
export function uncovered(kind: string, entries: Iterable<string>, lines: object): string[] {
  const there = new Set(entries);
  const expected = Object.keys(lines);
  return [
    ...[...there].filter((each) => !expected.includes(each)).map((each) => `${kind} ${each} has no line in policy.ts`),
    ...expected.filter((each) => !there.has(each)).map((each) => `policy.ts names ${kind} ${each}, which is not there`),
  ];
}
