import { icuArguments } from './icu-arguments.mjs';

/** Words that only Brazilian Portuguese has; a catalogue in European Portuguese never needs them. */
const brazilian =
  /(?<!\p{L})(usuári[oa]s?|cadastr\p{L}*|delet\p{L}*|telas?|senhas?|salvar|gerenci\p{L}*|contatos?|registros?|planilhas?|baixar|celular|aplicativo)(?!\p{L})/iu;

/** All messages of a nested catalogue by their dotted keys.
 * @param {object} tree
 * @returns {Map<string, unknown>} */
function flatten(tree, prefix = '', into = new Map()) {
  for (const [name, value] of Object.entries(tree)) {
    if (value && typeof value === 'object') flatten(value, `${prefix}${name}.`, into);
    else into.set(`${prefix}${name}`, value);
  }
  return into;
}

/** Compares one namespace in the two languages: same keys, same arguments, words of the right country, and no numbers or
 * dates formatted by the message itself (ICU does not group digits in pt-PT: lib/format does, before).
 * @param {string} namespace
 * @param {object} pt
 * @param {object} en
 * @returns {string[]} complaints */
export function compareCatalogues(namespace, pt, en) {
  const [portuguese, english] = [flatten(pt), flatten(en)];
  const complaints = [];
  for (const key of new Set([...portuguese.keys(), ...english.keys()])) {
    const place = `${namespace}.${key}`;
    const pair = [portuguese.get(key), english.get(key)];
    if (pair.some((text) => typeof text !== 'string' || text.trim() === '')) {
      complaints.push(`${place} is missing or empty in ${typeof pair[0] === 'string' && pair[0].trim() ? 'en' : 'pt'}`);
      continue;
    }
    complaints.push(...compareTexts(place, String(pair[0]), String(pair[1])));
  }
  return complaints;
}

function compareTexts(place, pt, en) {
  const word = brazilian.exec(pt)?.[0];
  const complaints = word ? [`${place} says “${word}”, which is not European Portuguese`] : [];
  try {
    const [a, b] = [icuArguments(pt), icuArguments(en)];
    if (a.join() !== b.join()) complaints.push(`${place} takes {${a}} in pt and {${b}} in en`);
    const formatted = [...a, ...b].find((each) => /^#$|:(number|date|time)$/.test(each));
    if (formatted) complaints.push(`${place} formats ${formatted} by itself; lib/format does that before`);
  } catch (error) {
    complaints.push(`${place} ${error instanceof Error ? error.message : error}`);
  }
  return complaints;
}
