/** What a message takes: its arguments with their kinds and its tags, as sorted words such as `n:plural`, `count`, `<b>`.
 * Throws a sentence on a message that does not close its braces.
 * @param {string} message in ICU syntax
 * @returns {string[]} */
export function icuArguments(message) {
  const found = new Set();
  const end = readText(message, 0, found, false);
  if (end !== message.length) throw new Error('closes a brace that it did not open');
  return [...found].sort();
}

/** Reads text up to the closing brace of the case that it stands in, or to the end. */
function readText(text, start, found, nested) {
  let at = start;
  while (at < text.length) {
    const rest = text.slice(at);
    const quoted = /^'(?:'|[{}#<|][^']*(?:'|$))/.exec(rest);
    const tag = /^<\/?([A-Za-z][\w-]*)\s*\/?>/.exec(rest);
    if (quoted) at += quoted[0].length;
    else if (tag) {
      found.add(`<${tag[1]}>`);
      at += tag[0].length;
    } else if (text[at] === '{') at = readArgument(text, at, found);
    else if (text[at] === '}') return at;
    else {
      if (text[at] === '#' && nested) found.add('#');
      at += 1;
    }
  }
  return at;
}

function readArgument(text, start, found) {
  const head = /^\{\s*(\w+)\s*(?:,\s*(\w+)\s*)?([,}])/.exec(text.slice(start));
  if (!head) throw new Error(`has no argument name at “${text.slice(start, start + 12)}”`);
  const [whole, name, kind, close] = head;
  found.add(kind ? `${name}:${kind}` : name);
  let at = start + whole.length;
  if (close === '}') return at;
  if (!/^(plural|select|selectordinal)$/.test(kind ?? '')) {
    const end = text.indexOf('}', at);
    if (end < 0) throw new Error('does not close a brace');
    return end + 1;
  }
  while (true) {
    const option = /^\s*(?:offset:\d+\s*)?(=?\w+)\s*\{/.exec(text.slice(at));
    if (!option) break;
    at = readText(text, at + option[0].length, found, kind !== 'select');
    if (text[at] !== '}') throw new Error('does not close a brace');
    at += 1;
  }
  const end = /^\s*\}/.exec(text.slice(at));
  if (!end) throw new Error('does not close a brace');
  return at + end[0].length;
}
