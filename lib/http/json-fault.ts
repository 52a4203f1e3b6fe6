/** Where a text stops being JSON: the path of the value at hand (`operations.712.status`), line and column from 1. */
export type JsonFault = { path: string; line: number; column: number };

const space = /[ \t\n\r]*/y;
const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const escaped = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** End of the string that begins at `start`, or where it breaks. By hand: a pattern would need a stack for 32 MiB. */
function scanString(text: string, start: number): { end: number; whole: boolean } {
  let at = start + 1;
  if (text[start] !== '"') return { end: start, whole: false };
  while (at < text.length) {
    const character = text[at] ?? '';
    if (character === '"') return { end: at + 1, whole: true };
    if (character < ' ') return { end: at, whole: false };
    escaped.lastIndex = at;
    if (character === '\\' && !escaped.test(text)) return { end: at, whole: false };
    at = character === '\\' ? escaped.lastIndex : at + 1;
  }
  return { end: at, whole: false };
}

/** An open array (its key is an index) or object (its key is a name, '' before the first). */
type Level = { kind: '[' | '{'; key: number | string };
type Expected = 'value' | 'first value' | 'name' | 'first name' | 'after' | 'end';

/**
 * Finds the fault of a text that JSON.parse refused; V8 names the place only sometimes, and never the path. Works
 * through a stack of its own: a body of a million brackets must not exhaust the real one.
 */
export function locateFault(text: string): JsonFault {
  const levels: Level[] = [];
  let at = 0;
  let expected: Expected = 'value';

  function take(token: RegExp): string | null {
    token.lastIndex = at;
    const found = token.exec(text)?.[0] ?? null;
    if (found !== null) at += found.length;
    return found;
  }
  function takeString(): string | null {
    const start = at;
    const { end, whole } = scanString(text, start);
    at = end;
    return whole ? text.slice(start, end) : null;
  }
  const closed = (): Expected => (levels.length === 0 ? 'end' : 'after');
  const leave = (): Expected => {
    levels.pop();
    at += 1;
    return closed();
  };

  function value(character: string): Expected | null {
    if (character === '[' || character === '{') {
      levels.push({ kind: character, key: character === '[' ? 0 : '' });
      at += 1;
      return character === '[' ? 'first value' : 'first name';
    }
    return (character === '"' ? takeString() : take(scalar)) === null ? null : closed();
  }

  function name(level: Level): Expected | null {
    const token = takeString();
    if (token === null) return null;
    level.key = String(JSON.parse(token));
    take(space);
    if (text[at] !== ':') return null;
    at += 1;
    return 'value';
  }

  function after(level: Level, character: string): Expected | null {
    if (character === (level.kind === '[' ? ']' : '}')) return leave();
    if (character !== ',') return null;
    at += 1;
    if (typeof level.key === 'number') level.key += 1;
    return level.kind === '[' ? 'value' : 'name';
  }

  function step(): Expected | null {
    take(space);
    const character = text[at] ?? '';
    const level = levels.at(-1);
    if (expected === 'first value' && character === ']') return leave();
    if (expected === 'first name' && character === '}') return leave();
    if (expected === 'value' || expected === 'first value') return value(character);
    if (!level || expected === 'end') return null;
    return expected === 'after' ? after(level, character) : name(level);
  }

  for (let next = step(); next !== null; next = step()) expected = next;
  return { path: pathOf(levels), ...placeOf(text, at) };
}

function pathOf(levels: readonly Level[]): string {
  // A broken body may be nothing but brackets; nobody reads a path of a million steps.
  const keys = levels.slice(0, 20).map(({ key }) => key);
  return keys
    .filter((key) => key !== '')
    .join('.')
    .slice(0, 300);
}

function placeOf(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
