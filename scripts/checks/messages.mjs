import { readdirSync, readFileSync } from 'node:fs';
import { compareCatalogues } from '../lib/catalogue-parity.mjs';
import { inRoot } from '../lib/root.mjs';
import { verdict } from '../lib/verdict.mjs';

// The catalogues of both languages say the same: same namespaces, keys and arguments.
const folder = 'lib/i18n/messages';
const languages = ['pt', 'en'];
const namesOf = (language) => readdirSync(inRoot(folder, language)).filter((name) => name.endsWith('.json'));
const names = [...new Set(languages.flatMap(namesOf))].sort();

const complaints = names.flatMap((name) => {
  const alone = languages.filter((language) => !namesOf(language).includes(name));
  if (alone.length > 0) return [`${folder}/${alone[0]}/${name} is missing`];
  const [pt, en] = languages.map((language) => JSON.parse(readFileSync(inRoot(folder, language, name), 'utf8')));
  return compareCatalogues(name.replace('.json', ''), pt, en);
});
const unused = languages.flatMap((language) => {
  const composed = readFileSync(inRoot(folder, `${language}.ts`), 'utf8');
  return namesOf(language)
    .filter((name) => !composed.includes(`./${language}/${name}`))
    .map((name) => `${folder}/${language}.ts does not take in ${name}`);
});
verdict([...complaints, ...unused], `${names.length} namespaces in ${languages.length} languages`);
