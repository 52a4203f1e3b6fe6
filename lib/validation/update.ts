import { inflateSync } from 'node:zlib';

/**
 * Whether the updates after a signed revision are read alike by everybody: each cross-reference leads into the updates
 * only, follows the one before it, and no object is there twice. Else a file can show one thing to whoever reads it from
 * front to back and another to whoever follows its cross-references.
 * @param end where the signed revision ends
 */
export function isOrderlyUpdate(bytes: Buffer, end: number): boolean {
  let start = end;
  let before = startOfReferences(bytes.subarray(0, end));
  while (start < bytes.length && !isBlank(bytes.subarray(start))) {
    const next = endOfUpdate(bytes, start);
    if (next === null || before === null) return false;
    const at = startOfReferences(bytes.subarray(0, next));
    if (at === null || at < start || at >= next) return false;
    if (!isOrderly(bytes.subarray(0, next), { start, at, before })) return false;
    before = at;
    start = next;
  }
  return true;
}

const isBlank = (bytes: Buffer): boolean => bytes.every((byte) => byte === 10 || byte === 13 || byte === 32);
const latin = (bytes: Buffer, from: number, to: number): string => bytes.toString('latin1', from, to);

/** One update ends with its own end mark; what follows without one is no update. */
function endOfUpdate(bytes: Buffer, start: number): number | null {
  for (let at = bytes.indexOf('startxref', start); at >= 0; at = bytes.indexOf('startxref', at + 1)) {
    const mark = /^startxref\s+\d+\s+%%EOF[\r\n]{0,2}/.exec(latin(bytes, at, at + 60));
    if (mark) return at + mark[0].length;
  }
  return null;
}

/** Where a revision says that its cross-references are. */
function startOfReferences(revision: Buffer): number | null {
  const tail = latin(revision, Math.max(0, revision.length - 2048), revision.length);
  const found = [...tail.matchAll(/startxref\s+(\d+)\s+%%EOF/g)].at(-1)?.[1];
  return found === undefined ? null : Number(found);
}

type Update = { readonly start: number; readonly at: number; readonly before: number };

function isOrderly(revision: Buffer, { start, at, before }: Update): boolean {
  const references = latin(revision, at, revision.length);
  const isTable = /^\s*xref\b/.test(references);
  const told = isTable ? inTable(references) : inStream(revision, at);
  if (!told || told.previous !== before || told.hasMore) return false;
  if (told.offsets.some((offset) => offset < start || offset >= revision.length)) return false;
  const numbers = objectNumbers(revision.subarray(start));
  return new Set(numbers).size === numbers.length;
}

type Told = {
  readonly previous: number | null;
  readonly offsets: readonly number[];
  /** A second cross-reference that only some readers follow (XRefStm). */
  readonly hasMore: boolean;
};

function inTable(text: string): Told | null {
  const trailer = text.indexOf('trailer');
  if (trailer < 0) return null;
  const offsets = [...text.slice(0, trailer).matchAll(/(\d{10}) \d{5} n/g)].map(([, offset]) => Number(offset));
  return { offsets, previous: previousIn(text.slice(trailer)), hasMore: /\/XRefStm\b/.test(text.slice(trailer)) };
}

const previousIn = (text: string): number | null => {
  const found = /\/Prev\s+(\d+)/.exec(text)?.[1];
  return found === undefined ? null : Number(found);
};

/** A cross-reference stream (ISO 32000-1, 7.5.8): entries of fields whose widths /W says; 1 is an object at an offset. */
function inStream(revision: Buffer, at: number): Told | null {
  const found = streamAt(revision, at);
  if (!found) return null;
  const widths = /\/W\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s*\]/.exec(found.dictionary)?.slice(1).map(Number);
  if (!widths || /\/Predictor\s+[2-9]/.test(found.dictionary)) return null;
  const [kind = 0, offset = 0, rest = 0] = widths;
  const offsets: number[] = [];
  for (let n = 0; n + kind + offset + rest <= found.data.length; n += kind + offset + rest) {
    const type = kind === 0 ? 1 : found.data.readUIntBE(n, kind);
    if (type === 1 && offset > 0) offsets.push(found.data.readUIntBE(n + kind, offset));
  }
  return { offsets, previous: previousIn(found.dictionary), hasMore: false };
}

/** Cross-references and objects of an update; a stream that grows beyond this is there to fill the memory. */
const mostInflated = 50 * 1_048_576;

function streamAt(bytes: Buffer, at: number): { dictionary: string; data: Buffer } | null {
  const opening = bytes.indexOf('stream', at);
  const dictionary = latin(bytes, at, opening);
  const length = /\/Length\s+(\d+)(?!\s+\d+\s+R)/.exec(dictionary)?.[1];
  if (opening < 0 || length === undefined) return null;
  const from = opening + 'stream'.length + (bytes[opening + 6] === 13 ? 2 : 1);
  const raw = bytes.subarray(from, from + Number(length));
  try {
    return {
      dictionary,
      data: /\/FlateDecode\b/.test(dictionary) ? inflateSync(raw, { maxOutputLength: mostInflated }) : raw,
    };
  } catch {
    return null;
  }
}

/** The numbers of all objects that an update brings, by themselves or in a stream of objects. */
function objectNumbers(update: Buffer): number[] {
  const text = update.toString('latin1');
  return [...text.matchAll(/(?:^|[\r\n\s])(\d+) (\d+) obj\b/g)].flatMap((found) => {
    const at = found.index + found[0].indexOf(found[1] ?? '');
    const head = text.slice(at, at + 200);
    if (!/\/Type\s*\/ObjStm\b/.test(head)) return [Number(found[1])];
    const stream = streamAt(update, at);
    const count = Number(/\/N\s+(\d+)/.exec(head)?.[1] ?? 0);
    const pairs =
      stream?.data
        .toString('latin1')
        .trim()
        .split(/\s+/)
        .slice(0, 2 * count)
        .map(Number) ?? [];
    return [Number(found[1]), ...pairs.filter((_, n) => n % 2 === 0)];
  });
}
