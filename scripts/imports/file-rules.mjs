/** The names of the rules about a whole file. */
export const fileRuleNames = ['actions-export', 'loading-file'];

/** Actions that are no verbs, each by name: nobody is signed in yet; the session and the language's cookie belong to the
 * browser, not to the database. Their files check the origin themselves or go through an action of the list above. */
const bareActions = new Set([
  'app/(public)/sign-in/actions.ts signIn',
  'app/(signed-in)/(auditor)/profile/actions.ts updateProfile',
  'app/(signed-in)/(auditor)/profile/actions.ts saveLanguage',
  'app/(signed-in)/(auditor)/profile/actions.ts saveTheme',
  'app/(signed-in)/(auditor)/profile/actions.ts signOut',
]);

/** Judges one file by what it is: an actions.ts hands out actions and nothing else; a loading.tsx turns the 404 and 403
 * of the pages beside it into 200, which only public pages can afford.
 * @param {import('./source-file.mjs').SourceFile} source
 * @returns {import('./import-rules.mjs').Violation[]} */
export function judgeFile({ path, tree, lineOf }) {
  if (/^app\/(.*\/)?loading\.tsx?$/.test(path) && !path.startsWith('app/(public)/')) {
    return [{ rule: 'loading-file', path, line: 1, text: 'a loading file outside (public)' }];
  }
  if (!/^app\/(.*\/)?actions\.ts$/.test(path)) return [];
  const report = (node, text) => ({ rule: 'actions-export', path, line: node ? lineOf(node) : 1, text });
  const [first] = tree.body;
  const declared = first?.type === 'ExpressionStatement' && first.expression.value === 'use server';
  return [
    ...(declared ? [] : [report(first, 'does not begin with "use server"')]),
    ...tree.body
      .filter((node) => node.type.startsWith('Export') && !isAction(node, path) && !isListed(node, path))
      .map((node) => report(node, 'exports something that is not action(…)')),
  ];
}

/** `action(verb)`; and at the door, where nobody is signed in yet, `openAction(…)`. */
function isAction(node, path) {
  const makers = path.startsWith('app/(public)/') ? ['action', 'openAction'] : ['action'];
  if (node.type !== 'ExportDeclaration' || node.declaration.type !== 'VariableDeclaration') return false;
  return node.declaration.declarations.every(
    ({ init }) => init?.type === 'CallExpression' && makers.includes(init.callee.value),
  );
}

const isListed = (node, path) => bareActions.has(`${path} ${node.declaration?.identifier?.value}`);
