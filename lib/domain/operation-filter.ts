import { z } from 'zod';
import { addDays, type Day } from './consumption-calendar';
import { errorCodeList } from './errors';
import { timeOfId } from './ids';
import { operationSourceSchema, operationStatusSchema, operationTypeSchema } from './operation';

/** The longest range of days that needs neither a service nor a reference, both ends included. */
export const longestOpenRange = 90;
/** Fewest characters of a search inside names: fewer would look through everything. */
const leastDocumentText = 3;
const longestText = 200;

/** A real day of a sane century: PostgreSQL knows no year 0, and a typing slip is not worth an error. */
const firstDay = '2000-01-01';
const daySchema = z.iso.date().refine((day) => day >= firstDay && day < '2200-01-01');
/** PostgreSQL refuses U+0000 inside text; no reference or name holds any other control character either. */
const textSchema = z
  .string()
  .trim()
  .min(1)
  .max(longestText)
  .regex(/^\P{Cc}*$/u);
const documentSchema = textSchema.refine((text) => [...text].length >= leastDocumentText);
const errorSchema = z.enum(errorCodeList);
/** A place in the list: the id of an operation, whose time is its reception. */
const cursorSchema = z.string().refine((id) => timeOfId(id) !== null);

/** What narrows the operations list. An empty list means any; days are local days, both included. */
export const operationFilterSchema = z.strictObject({
  service: z.uuid().nullable(),
  issuer: z.uuid().nullable(),
  partner: z.uuid().nullable(),
  statuses: z.array(operationStatusSchema),
  types: z.array(operationTypeSchema).min(1),
  sources: z.array(operationSourceSchema),
  error: errorSchema.nullable(),
  reference: textSchema.nullable(),
  document: documentSchema.nullable(),
  from: daySchema,
  to: daySchema,
});
export type OperationFilter = z.infer<typeof operationFilterSchema>;

/** A filter together with the order and the page of it that is asked for; at most one of the two cursors is set. */
export const operationPageSchema = operationFilterSchema.extend({
  sort: z.enum(['newest', 'oldest']),
  after: cursorSchema.nullable(),
  before: cursorSchema.nullable(),
  size: z.union([z.literal(25), z.literal(50), z.literal(100)]),
});
export type OperationPage = z.infer<typeof operationPageSchema>;

/** Names of the filters in the address (contract.md, Routes). */
export const operationFields = [
  'service',
  'issuer',
  'partner',
  'status',
  'type',
  'source',
  'error',
  'reference',
  'document',
  'from',
  'to',
  'sort',
  'after',
  'before',
  'size',
] as const;
export type OperationField = (typeof operationFields)[number];

/**
 * Why the list shows something else than the address asks: a value is unknown and was left out, a search text is too
 * short, the days are in the wrong order, or their range was cut.
 */
export type FilterNote = { readonly field: OperationField; readonly reason: 'unknown' | 'short' | 'reversed' | 'cut' };

/** Without a choice TEST operations stay out: they are in no count. */
export const countedTypes = ['DOCUMENT', 'HASH'] as const;

/** What an address may hold under a name: nothing, one value, or several. */
export type RawParams = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * Reads filter and page from an address. Never fails: what is malformed or unknown takes its default and leaves a note.
 * @param today local day of the installation's zone
 */
export function readOperationPage(params: RawParams, today: Day): { page: OperationPage; notes: FilterNote[] } {
  const notes: FilterNote[] = [];
  const note = (field: OperationField, reason: FilterNote['reason']) => notes.push({ field, reason });

  function one<T>(field: OperationField, schema: z.ZodType<T>, reason: FilterNote['reason'] = 'unknown'): T | null {
    const raw = params[field];
    const text = (typeof raw === 'object' ? raw[0] : raw)?.trim() ?? '';
    if (text === '') return null;
    const parsed = schema.safeParse(text);
    if (parsed.success) return parsed.data;
    note(field, reason);
    return null;
  }

  function several<T>(field: OperationField, schema: z.ZodType<T>): T[] {
    const raw = params[field];
    const texts = (typeof raw === 'object' ? raw.join(',') : (raw ?? '')).split(',').filter((text) => text !== '');
    const parsed = [...new Set(texts)].map((text) => schema.safeParse(text));
    if (parsed.some((each) => !each.success)) note(field, 'unknown');
    return parsed.flatMap((each) => (each.success ? [each.data] : []));
  }

  const types = several('type', operationTypeSchema);
  const service = one('service', z.uuid());
  const reference = one('reference', textSchema);
  const after = one('after', cursorSchema);
  const before = one('before', cursorSchema);
  const window = windowOf({
    from: one('from', daySchema),
    to: one('to', daySchema),
    today,
    open: service !== null || reference !== null,
    note,
  });
  const page: OperationPage = {
    service,
    issuer: one('issuer', z.uuid()),
    partner: one('partner', z.uuid()),
    statuses: several('status', operationStatusSchema),
    types: types.length > 0 ? types : [...countedTypes],
    sources: several('source', operationSourceSchema),
    error: one('error', errorSchema),
    reference,
    document: one('document', documentSchema, documentTrouble(params.document)),
    ...window,
    sort: one('sort', operationPageSchema.shape.sort) ?? 'newest',
    after,
    before: after === null ? before : null,
    size: one('size', z.coerce.number().pipe(operationPageSchema.shape.size)) ?? 50,
  };
  return { page, notes };
}

function documentTrouble(raw: RawParams[string]): FilterNote['reason'] {
  const text = (typeof raw === 'object' ? raw[0] : raw) ?? '';
  return [...text.trim()].length < leastDocumentText ? 'short' : 'unknown';
}

type WindowGiven = {
  from: Day | null;
  to: Day | null;
  today: Day;
  /** True when something else keeps the list short, so that any range will do. */
  open: boolean;
  note: (field: OperationField, reason: FilterNote['reason']) => void;
};

/** The days of the list. A single end brings the other; the end that was given stays when the range is cut. */
function windowOf({ from, to, today, open, note }: WindowGiven): { from: Day; to: Day } {
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
