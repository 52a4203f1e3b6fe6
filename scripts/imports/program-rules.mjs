import { visit } from './source-file.mjs';

/** Who may do what the rule forbids everybody else, each file or folder named. */
const exempt = {
  'process-env': /^(lib\/env\.ts|instrumentation\.ts|[^/]+\.config\.(ts|mjs)|(scripts|e2e|bench|db\/testing)\/.*)$/,
  intl: /^lib\/format\//,
  'internal-url': /^lib\/paths\.ts$/,
  'bare-intl-provider': /^lib\/i18n\/(client|late)-messages\.tsx$/,
  // Check constraints over the vocabularies of lib/domain: DDL takes no parameters.
  'sql-raw': /^db\/schema\/columns\.ts$/,
  // Widths and positions that only the browser knows, set by script after the page is there.
  'style-attribute': /^$/,
};

const localeMethods = /^toLocale(Date|Time)?String$/;
const navigators = /^(redirect|permanentRedirect|push|replace|prefetch|fetch|revalidatePath|URL)$/;
const addressAttributes = /^(href|action|formAction)$/;

/** What a node says against the rule, as the rule's name and a text; undefined for most.
 * @param {any} node @param {{ routes: Set<string>, path: string }} context */
function findingOf(node, { routes, path }) {
  switch (node.type) {
    case 'MemberExpression':
      if (node.object.value === 'process' && node.property.value === 'env') return ['process-env', 'reads process.env'];
      if (localeMethods.test(node.property.value ?? '')) return ['intl', `calls ${node.property.value}`];
      return node.object.value === 'Intl' ? ['intl', 'uses Intl'] : undefined;
    case 'TsQualifiedName':
      return node.left.value === 'Intl' ? ['intl', 'names a type of Intl'] : undefined;
    case 'CallExpression':
    case 'NewExpression':
      return callFinding(node, routes);
    case 'JSXAttribute':
      if (node.name.value === 'style') return ['style-attribute', 'writes a style attribute'];
      if (!addressAttributes.test(node.name.value ?? '') || !node.value) return undefined;
      return addressFinding(node.value.expression ?? node.value, routes);
    case 'ImportDeclaration':
      if (!node.source.value.startsWith('next-intl')) return undefined;
      return node.specifiers.some((each) => (each.imported ?? each.local).value === 'NextIntlClientProvider')
        ? ['bare-intl-provider', 'imports NextIntlClientProvider']
        : undefined;
    case 'ExpressionStatement':
      if (node.expression.value !== 'use server' || /^app\/(.*\/)?actions\.ts$/.test(path)) return undefined;
      return ['use-server', '"use server" outside app/**/actions.ts'];
    default:
      return undefined;
  }
}

function callFinding(node, routes) {
  const name = node.callee.property?.value ?? node.callee.value;
  const [first] = node.arguments ?? [];
  if (!first) return undefined;
  if (name === 'raw' && node.callee.object?.value === 'sql') {
    return textOf(first.expression) === undefined || hasHoles(first.expression)
      ? ['sql-raw', 'sql.raw of something that is not a literal']
      : undefined;
  }
  return navigators.test(name ?? '') ? addressFinding(first.expression, routes) : undefined;
}

function addressFinding(expression, routes) {
  const text = textOf(expression);
  if (text === undefined || !text.startsWith('/')) return undefined;
  const segment = text.slice(1).split(/[/?#]/)[0] ?? '';
  return routes.has(segment) || text === '/' ? ['internal-url', `writes the address ${text} by hand`] : undefined;
}

/** The literal text of a string or the beginning of a template. */
function textOf(expression) {
  if (expression.type === 'StringLiteral') return expression.value;
  return expression.type === 'TemplateLiteral' ? expression.quasis[0].raw : undefined;
}

const hasHoles = (expression) => expression.type === 'TemplateLiteral' && expression.expressions.length > 0;

/** Judges what one source does, beside its imports.
 * @param {import('./source-file.mjs').SourceFile} source
 * @param {Set<string>} routes first segments of the addresses that exist
 * @param {boolean} isTest tests may do all of this
 * @returns {import('./import-rules.mjs').Violation[]} */
export function judgeProgram(source, routes, isTest) {
  if (isTest) return [];
  const { path, tree, lineOf } = source;
  const found = [];
  visit(tree, (node) => {
    const [rule, text] = findingOf(node, { routes, path }) ?? [];
    if (!rule || exempt[rule]?.test(path)) return;
    found.push({ rule, path, line: lineOf(node), text });
  });
  return found;
}

export const programRuleNames = [...Object.keys(exempt), 'use-server'];
