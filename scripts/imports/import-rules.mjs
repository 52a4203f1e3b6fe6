import { reserved, rings } from './rings.mjs';

/** @typedef {{ rule: string, path: string, line: number, text: string }} Violation */

/** @param {string} path */
export const ringOf = (path) => rings.find((ring) => ring.match.test(path));

/** The names of all rules that this file can report, for the proof that each of them bites. */
export const importRuleNames = [
  ...rings.filter((ring) => !ring.may?.includes('*')).map((ring) => `${ring.name}-imports`),
  ...['outside-every-ring', 'unresolved-import', 'reserved-package', 'import-of-tests', 'cycle'],
];

/** Judges every import of one source.
 * @param {import('./source-file.mjs').SourceFile} source
 * @param {(from: string, specifier: string) => string | undefined} resolve
 * @returns {Violation[]} */
export function judgeImports(source, resolve) {
  const ring = ringOf(source.path);
  if (!ring) return [{ rule: 'outside-every-ring', path: source.path, line: 1, text: 'no ring of the table holds it' }];
  return source.imports.flatMap((each) => {
    const rule = isInternal(each.specifier)
      ? internalRule(ring, source.path, each, resolve(source.path, each.specifier))
      : packageRule(ring, source.path, each.specifier);
    return rule ? [{ rule, path: source.path, line: each.line, text: `imports ${each.specifier}` }] : [];
  });
}

/** @param {string} specifier */
export const isInternal = (specifier) => specifier.startsWith('.') || specifier.startsWith('@/');

function internalRule(ring, from, { typeOnly, specifier }, to) {
  if (to === undefined) return /\.(css|json|svg)$/.test(specifier) ? undefined : 'unresolved-import';
  if (ring.may?.includes('*')) return undefined;
  const target = ringOf(to);
  if (ring.files?.test(to)) return undefined;
  if (target?.name === 'tests') return 'import-of-tests';
  const allowed =
    target?.name === ring.name
      ? (ring.own?.(from, to) ?? true)
      : ring.may?.includes(target?.name) || (typeOnly && ring.types?.includes(target?.name));
  return allowed ? undefined : `${ring.name}-imports`;
}

function packageRule(ring, from, specifier) {
  for (const { packages, files, rings: names } of reserved) {
    if (packages.test(specifier) && !files?.test(from) && !names?.includes(ring.name) && ring.name !== 'tests') {
      return 'reserved-package';
    }
  }
  return !ring.packages || ring.packages.test(specifier) ? undefined : `${ring.name}-imports`;
}
