import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { docReferences, pathPattern } from '../lib/doc-references.mjs';
import { repositoryFiles } from '../lib/repository-files.mjs';
import { inRoot } from '../lib/root.mjs';
import { verdict } from '../lib/verdict.mjs';

// Documentation that names what is not there misleads: every path, link and npm script in it must exist.
const files = repositoryFiles();
const scripts = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')).scripts;
const documents = files.filter((path) => /^([A-Z]+|docs\/.*)\.md$/.test(path));
let count = 0;

const complaints = documents.flatMap((document) =>
  docReferences(readFileSync(inRoot(document), 'utf8')).flatMap(({ path, link, script, line }) => {
    count += 1;
    const wrong = script ? !(script in scripts) : !exists(path ?? posix.join(posix.dirname(document), link));
    return wrong ? [`${document}:${line} names ${path ?? link ?? `npm run ${script}`}, which does not exist`] : [];
  }),
);
verdict(complaints, `${documents.length} documents, ${count} references`);

function exists(path) {
  if (existsSync(inRoot(path))) return true;
  const pattern = pathPattern(path);
  return path.includes('*') && files.some((file) => pattern.test(file));
}
