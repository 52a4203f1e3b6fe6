import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from '@swc/core';

/** @typedef {{ specifier: string, typeOnly: boolean, names: string[], line: number }} Import
 * @typedef {{ path: string, tree: any, imports: Import[], lineOf(node: { span: { start: number } }): number }} SourceFile */

/** Parses one source and collects every way in which it names another module.
 * @param {string} root
 * @param {string} path below root
 * @returns {SourceFile} */
export function readSource(root, path) {
  const text = readFileSync(join(root, path), 'utf8');
  // The parser counts bytes over everything it ever parsed; the leading semicolon marks where this file begins.
  const tree = parseSync(`;${text}`, { syntax: 'typescript', tsx: /\.[jt]sx$|\.mjs$/.test(path), target: 'es2022' });
  const begin = tree.body[0].span.start + 1;
  tree.body.shift();
  const bytes = Buffer.from(text);
  const lineOf = (node) =>
    bytes
      .subarray(0, Math.max(0, node.span.start - begin))
      .toString()
      .split('\n').length;
  const imports = [];
  visit(tree, (node) => {
    const found = importOf(node);
    if (found) imports.push({ ...found, line: lineOf(node) });
  });
  return { path, tree, imports, lineOf };
}

/** Calls `see` for every node of a tree, parents first.
 * @param {any} node
 * @param {(node: any) => void} see */
export function visit(node, see) {
  if (typeof node.type === 'string') see(node);
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) {
      for (const each of value) if (each && typeof each === 'object') visit(each, see);
    } else if (value && typeof value === 'object') {
      visit(value, see);
    }
  }
}

/** @returns {Omit<Import, 'line'> | undefined} */
function importOf(node) {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration': {
      if (!node.source) return undefined;
      const named = node.specifiers ?? [];
      const typeOnly = node.typeOnly || (named.length > 0 && named.every((each) => each.isTypeOnly));
      const names = named.map((each) => (each.imported ?? each.orig ?? each.local)?.value ?? '*');
      return { specifier: node.source.value, typeOnly, names };
    }
    case 'ExportAllDeclaration':
      return { specifier: node.source.value, typeOnly: Boolean(node.typeOnly), names: ['*'] };
    case 'TsImportType':
      return { specifier: node.argument.value, typeOnly: true, names: ['*'] };
    case 'CallExpression': {
      const callee = node.callee.type === 'Import' ? 'import' : node.callee.value;
      const [first] = node.arguments;
      if ((callee !== 'import' && callee !== 'require') || first?.expression.type !== 'StringLiteral') return undefined;
      return { specifier: first.expression.value, typeOnly: false, names: ['*'] };
    }
    default:
      return undefined;
  }
}
