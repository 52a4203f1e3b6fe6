import { z } from 'zod';
import { addDays, type Day, type DayRange } from './consumption-calendar';
import { timeOfId } from './ids';
import { periods, rangeOfPeriod } from './list-periods';
import { type CommonField, type ListName, lists } from './lists';

/** What an address may hold under a name: nothing, one value, or several. */
export type RawParams = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * Why a list shows something else than its address asks. unknown: the value was left out · short, long: so was the
 * search text · unseen: marks that nobody sees were taken out of it · reversed: the days end before they begin ·
 * cut: their range was too long · twice: days are named beside a period, and hold.
 */
export type NoteReason = 'unknown' | 'short' | 'long' | 'unseen' | 'reversed' | 'cut' | 'twice';
export type ListNote<F extends string = string> = { readonly field: F; readonly reason: NoteReason };

/** The longest range of days of a list that nothing else keeps short, both ends included. */
export const longestOpenRange = 90;
/** Longest text to search for, in UTF-16 units. */
export const longestText = 200;
/** Fewest characters of a search inside names: fewer would look through everything. */
export const leastContained = 3;

/** A real day of a sane century: PostgreSQL knows no year 0, and a typing slip is not worth an error. */
const firstDay = '2000-01-01';
export const daySchema = z.iso.date().refine((day) => day >= firstDay && day < '2200-01-01');
/** A place in a list: an id that carries its time. The row itself may be gone. */
export const cursorSchema = z.string().refine((id) => timeOfId(id) !== null);
export const sizeSchema = z.union([z.literal(25), z.literal(50), z.literal(100)]);
// Schemas are made once: making one costs more than ten readings.
const sizeText = z.coerce.number().pipe(sizeSchema);
const periodSchema = z.enum(periods);
/** The id of what a filter names. */
export const idSchema = z.uuid();
/** What can be looked for. PostgreSQL stores no U+0000; no reference or name holds another control character either. */
export const searchSchema = z
  .string()
  .trim()
  .min(1)
  .max(longestText)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u);
/** Marks of writing direction and joints without width: they come along when text is copied, and nobody sees them. */
const unseen = /[\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;

/** Reads the parameters of a list's address. It never fails: what cannot be read leaves a note and counts as absent. */
export function listReader<F extends string>(params: RawParams, today: Day) {
  const notes: ListNote<F | CommonField>[] = [];
  const note = (field: F | CommonField, reason: NoteReason) => notes.push({ field, reason });
  const textOf = (field: F | CommonField): string => {
    const raw = params[field];
    return (typeof raw === 'object' ? raw[0] : raw)?.trim() ?? '';
  };

  function one<T>(field: F | CommonField, schema: z.ZodType<T>): T | null {
    const text = textOf(field);
    if (text === '') return null;
    const parsed = schema.safeParse(text);
    if (parsed.success) return parsed.data;
    note(field, 'unknown');
    return null;
  }

  /** Several values, joined by commas or repeated; what is known of them stays. */
  function several<T>(field: F, schema: z.ZodType<T>): T[] {
    const raw = params[field];
    const texts = (typeof raw === 'object' ? raw.join(',') : (raw ?? '')).split(',').filter((text) => text !== '');
    const parsed = [...new Set(texts)].map((text) => schema.safeParse(text));
    if (parsed.some((each) => !each.success)) note(field, 'unknown');
    return parsed.flatMap((each) => (each.success ? [each.data] : []));
  }

  /** A text to search for. `inside`: it may stand anywhere, so three characters are the least. */
  function text(field: F, { inside = false } = {}): string | null {
    const raw = textOf(field);
    if (raw === '') return null;
    if (raw.length > longestText) return left(field, 'long');
    const seen = raw.replace(unseen, '').trim();
    if (seen !== raw) note(field, 'unseen');
    if (seen === '') return null;
    if (inside && [...seen].length < leastContained) return left(field, 'short');
    return searchSchema.safeParse(seen).success ? seen : left(field, 'unknown');
  }
  const left = (field: F, reason: NoteReason): null => {
    note(field, reason);
    return null;
  };

  const usualSort = <S>(usual: S): S => {
    if (textOf('sort') !== '') note('sort', 'unknown');
    return usual;
  };

  /** Order (the first is the usual one), size and place of the page; at most one of the two cursors is set. */
  function page<S extends string>(sorts: readonly [S, ...S[]], cursor: z.ZodType<string> = cursorSchema) {
    const after = one('after', cursor);
    const before = one('before', cursor);
    return {
      sort: sorts.find((each) => each === textOf('sort')) ?? usualSort(sorts[0]),
      after,
      before: after === null ? before : null,
      size: one('size', sizeText) ?? 50,
    };
  }

  /** The days of the list. `open`: something else keeps it short, so that any range will do. */
  function days(open: boolean): DayRange {
    const named = one('period', periodSchema);
    const [from, to] = [one('from', daySchema), one('to', daySchema)];
    if (named !== null && from === null && to === null) return rangeOfPeriod(named, today);
    if (named !== null) note('period', 'twice');
    return windowOf({ from, to, today, open, note });
  }

  return {
    notes,
    one,
    several,
    text,
    page,
    days,
    columns: (list: ListName) => columnsIn(list, textOf('columns'), note),
  };
}

/** Columns by name, in the order of the list's own; null where the address names none that it has. */
function columnsIn(list: ListName, text: string, note: (field: 'columns', reason: 'unknown') => void): string[] | null {
  if (text === '') return null;
  const named = text.split(',');
  const all: readonly string[] = lists[list].columns;
  if (named.some((each) => !all.includes(each))) note('columns', 'unknown');
  const known = all.filter((each) => named.includes(each));
  return known.length > 0 ? known : null;
}

type WindowGiven = {
  from: Day | null;
  to: Day | null;
  today: Day;
  open: boolean;
  note: (field: 'from', reason: NoteReason) => void;
};

/** A single end brings the other; the end that was given stays when the range is cut. */
function windowOf({ from, to, today, open, note }: WindowGiven): DayRange {
  const usual = { from: rangeStart(today), to: today };
  if (from === null && to === null) return usual;
  if (from !== null && to !== null && from > to) {
    note('from', 'reversed');
    return usual;
  }
  if (from === null) return to === null ? usual : { from: rangeStart(to), to };
  const last = to ?? (from > today ? from : today);
  if (open || from >= rangeStart(last)) return { from, to: last };
  note('from', 'cut');
  return to === null ? { from, to: addDays(from, longestOpenRange - 1) } : { from: rangeStart(to), to };
}

/** First day of the longest open range that ends with `last`. */
function rangeStart(last: Day): Day {
  const day = addDays(last, 1 - longestOpenRange);
  return day < firstDay ? firstDay : day;
}
