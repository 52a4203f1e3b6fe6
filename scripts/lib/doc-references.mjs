/** What a document names: paths of the repository (in backticks or as link targets) and `npm run` scripts.
 * @param {string} text Markdown
 * @returns {{ path?: string, link?: string, script?: string, line: number }[]} `path` from the root, `link` from the document */
export function docReferences(text) {
  const found = [];
  text.split('\n').forEach((content, index) => {
    const line = index + 1;
    for (const [, script] of content.matchAll(/npm run ([a-z][a-z0-9:-]*)/g)) found.push({ script, line });
    for (const [, code] of content.matchAll(/`([^`]+)`/g)) {
      const path = code.replace(/(:\d+(-\d+)?|#.*)$/, '').replace(/\/$/, '');
      if (looksLikePath(path)) found.push({ path, line });
    }
    for (const [, target] of content.matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^([a-z]+:|#|\/)/.test(target)) continue;
      found.push({ link: target.replace(/#.*$/, ''), line });
    }
  });
  return found;
}

const folders = /^(\.ci|app|bench|components|db|docs|e2e|lib|public|scripts)\/[^\s<>…{}]+$/;
const rootFile = /^[A-Za-z][\w.-]*\.(md|mjs|cjs|ts|json)$/;

function looksLikePath(code) {
  return folders.test(code) || (rootFile.test(code) && !/^(page|route|layout|actions|index|schemas)\.tsx?$/.test(code));
}

/** A path with `*` (one level) or `**` (any depth) as an expression over paths.
 * @param {string} path */
export function pathPattern(path) {
  const escaped = path.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  const body = escaped.replaceAll('**', '\0').replaceAll('*', '[^/]*').replaceAll('\0', '.*');
  return new RegExp(`^${body}(/.*)?$`);
}
